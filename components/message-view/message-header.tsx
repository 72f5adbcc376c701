'use client'
import { clsx } from 'clsx'
import { ChevronDown, Reply } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { MessageDetail, Summary } from '@/lib/contract/messages'
import { displayName } from '@/lib/mail/format-mailbox'
import { useFormats } from '../i18n/formats'
import { IconButton } from '../ui/icon-button'
import { MessageDetails } from './message-details'
import { usePeopleText } from './people-text'
import { PersonAvatar } from './person-avatar'

type MessageHeaderProps = {
  message: Summary
  /** undefined until it has been loaded */
  detail: MessageDetail | undefined
  /** undefined for the only message of a conversation, which does not fold */
  onFold: (() => void) | undefined
  onReply: () => void
}

export function MessageHeader({ message, detail, onFold, onReply }: MessageHeaderProps) {
  const t = useTranslations('mail')
  const formats = useFormats()
  const peopleText = usePeopleText()
  const [isDetailed, setDetailed] = useState(false)
  const sender = message.from[0]
  const name = sender ? displayName(sender) : t('list.noSender')
  const when = message.date ?? message.receivedAt
  const recipients = detail ? [...detail.to, ...detail.cc] : message.to
  return (
    <header className="flex items-start gap-3">
      <span className="mt-0.5">
        <PersonAvatar person={sender} size={36} />
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <FoldableName name={name} date={formats.date(when)} onFold={onFold} />
          <time
            dateTime={when}
            title={formats.dateTime(when)}
            className="ml-auto shrink-0 text-ink-faint text-xs"
          >
            {formats.date(when)}
          </time>
        </div>
        <button
          type="button"
          aria-expanded={isDetailed}
          disabled={!detail}
          onClick={() => setDetailed(!isDetailed)}
          className="-ml-1 flex max-w-full items-center gap-1 rounded-sm px-1 text-ink-faint text-xs enabled:hover:bg-hover enabled:hover:text-ink"
        >
          <span className="truncate">
            {recipients.length > 0 ? t('view.toNames', { names: peopleText(recipients) }) : t('list.nobody')}
          </span>
          <ChevronDown size={14} aria-hidden className={clsx('shrink-0', isDetailed && 'rotate-180')} />
          <span className="sr-only">{t('view.details')}</span>
        </button>
        {isDetailed && detail ? <MessageDetails message={detail} /> : null}
      </div>
      <IconButton
        className="-mt-1 -mr-1"
        icon={Reply}
        label={t('action.reply')}
        disabled={!detail}
        onClick={onReply}
      />
    </header>
  )
}

function FoldableName({
  name,
  date,
  onFold,
}: {
  name: string
  date: string
  onFold: (() => void) | undefined
}) {
  const t = useTranslations('mail')
  if (!onFold) return <span className="truncate font-semibold text-base">{name}</span>
  return (
    <button
      type="button"
      aria-expanded
      aria-label={t('view.collapse', { name, date })}
      onClick={onFold}
      className="-ml-1 truncate rounded-sm px-1 font-semibold text-base hover:bg-hover"
    >
      {name}
    </button>
  )
}
