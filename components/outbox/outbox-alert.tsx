'use client'
import { X } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Outgoing } from '@/lib/contract/outbox'
import { buttonClass } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { hideNotice, useHiddenNotices } from './hidden-notices'
import { needsAttention, stateWords } from './state-words'
import { ToneIcon } from './tone-icon'
import { useOutbox } from './use-outbox'
import { useOutboxWords } from './use-outbox-words'

/**
 * A failure reaches the sender wherever they are: one line that stays until it is looked at, hidden or mended.
 * Rendered by app-shell above every signed-in screen.
 */
export function OutboxAlert() {
  const { items = [] } = useOutbox()
  const hidden = useHiddenNotices()
  const open = items.filter((item) => needsAttention(item) && !hidden.has(noticeOf(item)))
  if (open.length === 0) return null
  return <Line items={open} />
}

/** A message that fails in another way later is told of again. */
const noticeOf = (item: Outgoing): string => `${item.id} ${item.state} ${item.filing}`

function Line({ items }: { items: Outgoing[] }) {
  const t = useTranslations('outbox')
  const words = useOutboxWords()
  const [first] = items
  if (!first) return null
  const isOne = items.length === 1
  const isBad = items.some((item) => stateWords(item, 0).tone === 'danger')
  const subject = first.subject || t('noSubject')
  return (
    <div
      role={isBad ? 'alert' : 'status'}
      className="flex min-h-9 items-center gap-2 border-hairline border-b bg-raised py-1 pr-2 pl-4 text-ink text-sm"
    >
      <ToneIcon tone={isBad ? 'danger' : 'warning'} />
      <span className="figures min-w-0 flex-1 truncate">
        {isOne
          ? t('alert.one', { subject, state: words.whole(first, 0) })
          : t('alert.many', { count: items.length })}
      </span>
      <Link
        href={isOne ? `/outbox/${encodeURIComponent(first.id)}` : '/outbox'}
        className={buttonClass('secondary', 'sm')}
      >
        {t('alert.show')}
      </Link>
      <IconButton
        icon={X}
        size="sm"
        bare
        label={t('alert.dismiss')}
        onClick={() => hideNotice(items.map(noticeOf))}
      />
    </div>
  )
}
