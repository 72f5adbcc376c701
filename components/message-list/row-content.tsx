'use client'
import { clsx } from 'clsx'
import { Paperclip, Reply, Star } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '../i18n/formats'
import type { RowItem } from './row-item'
import { useSenderText } from './sender-text'

type RowContentProps = { row: RowItem; isCompact: boolean }

/** Two lines in 64 px, or one in 36 px. Reads itself aloud by the row's label, so it is hidden from that here. */
export function RowContent({ row, isCompact }: RowContentProps) {
  return isCompact ? <CompactRow row={row} /> : <ComfortableRow row={row} />
}

function ComfortableRow({ row }: { row: RowItem }) {
  return (
    <div className="flex h-full min-w-0 flex-col justify-center gap-0.5">
      <div className="flex min-w-0 items-baseline gap-2">
        <Sender row={row} />
        <Marks row={row} />
        <When row={row} />
      </div>
      <div className="flex">
        <Subject row={row} />
      </div>
    </div>
  )
}

function CompactRow({ row }: { row: RowItem }) {
  return (
    <div className="flex h-full min-w-0 items-center gap-3">
      <span className="flex w-[28%] min-w-24 max-w-48 shrink-0">
        <Sender row={row} />
      </span>
      <Subject row={row} />
      <Marks row={row} />
      <When row={row} />
    </div>
  )
}

function Sender({ row }: { row: RowItem }) {
  const senderText = useSenderText()
  return (
    <span className="flex min-w-0 flex-1 items-baseline gap-1.5">
      <span className={clsx('truncate', row.isUnread ? 'font-semibold text-ink' : 'text-ink-soft')}>
        {senderText(row)}
      </span>
      {row.count > 1 ? <span className="figures shrink-0 text-ink-faint text-xs">{row.count}</span> : null}
    </span>
  )
}

function Subject({ row }: { row: RowItem }) {
  const t = useTranslations('mail')
  return (
    <div className="min-w-0 flex-1 truncate">
      {row.folderName ? (
        <span className="mr-1.5 rounded-sm border border-hairline px-1 text-[11px] text-ink-faint">
          {row.folderName}
        </span>
      ) : null}
      <span className={row.isUnread ? 'font-semibold text-ink' : 'text-ink-soft'}>
        {row.latest.subject || t('list.noSubject')}
      </span>
      {row.latest.preview ? <span className="ml-1.5 text-ink-faint">{row.latest.preview}</span> : null}
    </div>
  )
}

function Marks({ row }: { row: RowItem }) {
  const { flags, hasAttachments } = row.latest
  const icon = 'shrink-0 self-center text-ink-faint'
  return (
    <>
      {flags.answered ? <Reply size={14} strokeWidth={1.75} aria-hidden className={icon} /> : null}
      {flags.flagged ? (
        <Star
          size={14}
          strokeWidth={1.75}
          aria-hidden
          className="shrink-0 self-center fill-signal text-mark"
        />
      ) : null}
      {hasAttachments ? <Paperclip size={14} strokeWidth={1.75} aria-hidden className={icon} /> : null}
    </>
  )
}

function When({ row }: { row: RowItem }) {
  const formats = useFormats()
  const { receivedAt } = row.latest
  return (
    <time
      dateTime={receivedAt}
      title={formats.dateTime(receivedAt)}
      className={clsx('shrink-0 text-xs', row.isUnread ? 'font-medium text-ink' : 'text-ink-faint')}
    >
      {formats.date(receivedAt)}
    </time>
  )
}
