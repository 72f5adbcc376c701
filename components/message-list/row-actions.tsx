'use client'
import { Archive, Mail, MailOpen, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MouseEvent } from 'react'
import { IconButton } from '../ui/icon-button'
import type { RowItem } from './row-item'

export type RowHandlers = {
  onArchive: (row: RowItem) => void
  onDelete: (row: RowItem) => void
  onMark: (row: RowItem, seen: boolean) => void
}

/** Lies over the date on hover: nothing moves. The same actions have keys and stand in the reading pane. */
export function RowActions({ row, handlers }: { row: RowItem; handlers: RowHandlers }) {
  const t = useTranslations('mail')
  const does = (act: () => void) => (event: MouseEvent) => {
    event.stopPropagation()
    act()
  }
  return (
    <div className="invisible absolute inset-y-0 right-0 mb-px flex items-center gap-0.5 bg-linear-to-r from-transparent to-(--row) to-[32px] pr-2.5 pl-10 group-hover/row:visible pointer-coarse:hidden">
      <IconButton
        bare
        size="sm"
        tabIndex={-1}
        icon={Archive}
        label={t('action.archive')}
        onClick={does(() => handlers.onArchive(row))}
      />
      <IconButton
        bare
        size="sm"
        tabIndex={-1}
        icon={Trash2}
        label={t('action.delete')}
        onClick={does(() => handlers.onDelete(row))}
      />
      <IconButton
        bare
        size="sm"
        tabIndex={-1}
        icon={row.isUnread ? MailOpen : Mail}
        label={row.isUnread ? t('action.markRead') : t('action.markUnread')}
        onClick={does(() => handlers.onMark(row, row.isUnread))}
      />
    </div>
  )
}
