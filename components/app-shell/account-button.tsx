'use client'
import { useTranslations } from 'next-intl'
import type { ButtonHTMLAttributes, Ref } from 'react'
import { avatarColour, initialsOf } from '@/lib/mail/initials'
import { useAccount } from '../live/use-account'
import { Avatar } from '../ui/avatar'

type AccountButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & { ref?: Ref<HTMLButtonElement> }

/** The person's initials, at the right end of the top bar. */
export function AccountButton(props: AccountButtonProps) {
  const t = useTranslations('mail')
  const { data: account } = useAccount()
  const person = { name: account?.name ?? '', address: account?.email ?? '' }
  return (
    <button
      type="button"
      aria-label={t('shell.account')}
      aria-haspopup="menu"
      className="rounded-full hover:opacity-85 focus-visible:outline-offset-2"
      {...props}
    >
      <Avatar
        initials={account ? initialsOf(person) : ''}
        hue={avatarColour(person.address, 360)}
        size={30}
      />
    </button>
  )
}
