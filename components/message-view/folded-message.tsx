'use client'
import { Paperclip } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Summary } from '@/lib/contract/messages'
import { displayName } from '@/lib/mail/format-mailbox'
import { useFormats } from '../i18n/formats'
import { PersonAvatar } from './person-avatar'

/** An older message in one line. */
export function FoldedMessage({ message, onUnfold }: { message: Summary; onUnfold: () => void }) {
  const t = useTranslations('mail')
  const formats = useFormats()
  const sender = message.from[0]
  const name = sender ? displayName(sender) : t('list.noSender')
  const when = message.date ?? message.receivedAt
  return (
    <button
      type="button"
      aria-expanded={false}
      aria-label={t('view.expand', { name, date: formats.date(when) })}
      onClick={onUnfold}
      className="-mx-2 flex h-10 w-[calc(100%+16px)] items-center gap-3 rounded-md px-2 text-left hover:bg-hover pointer-coarse:h-12"
    >
      <span className="flex w-9 justify-center">
        <PersonAvatar person={sender} size={24} />
      </span>
      <span className="max-w-[30%] shrink-0 truncate text-ink-soft">{name}</span>
      <span className="min-w-0 flex-1 truncate text-ink-faint">{message.preview}</span>
      {message.hasAttachments ? (
        <Paperclip size={14} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" />
      ) : null}
      <time dateTime={when} className="shrink-0 text-ink-faint text-xs">
        {formats.date(when)}
      </time>
    </button>
  )
}
