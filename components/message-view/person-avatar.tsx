import type { Address } from '@/lib/contract/common'
import { avatarColour, initialsOf } from '@/lib/mail/initials'
import { Avatar } from '../ui/avatar'

const nobody: Address = { name: '', address: '' }

export function PersonAvatar({ person = nobody, size = 32 }: { person: Address | undefined; size?: number }) {
  return <Avatar initials={initialsOf(person)} hue={avatarColour(person.address, 360)} size={size} />
}
