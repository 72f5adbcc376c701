'use client'
import { useTranslations } from 'next-intl'
import type { Mailbox } from '@/lib/contract/mailboxes'

/** Which mailbox it leaves from; told only when there is a choice. */
export function FromLine({ mailboxes, mailboxId }: { mailboxes: Mailbox[]; mailboxId: string }) {
  const t = useTranslations('composer')
  const mailbox = mailboxes.find((candidate) => candidate.id === mailboxId)
  if (mailboxes.length < 2 || !mailbox) return null
  return (
    <div className="flex min-h-10 items-center gap-2 border-hairline border-b px-4 text-sm">
      <span className="w-14 shrink-0 text-ink-faint">{t('from')}</span>
      <span className="truncate text-ink-soft">{mailbox.address}</span>
    </div>
  )
}
