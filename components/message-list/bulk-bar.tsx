'use client'
import { Archive, Mail, MailOpen, Trash2, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '../ui/icon-button'

type BulkBarProps = {
  count: number
  hasUnread: boolean
  onClear: () => void
  onArchive: () => void
  onDelete: () => void
  onMark: (seen: boolean) => void
  /** the menu of folders to move to */
  move: ReactNode
}

/** What can be done with the selected rows; stands where the list's title stood. */
export function BulkBar({ count, hasUnread, onClear, onArchive, onDelete, onMark, move }: BulkBarProps) {
  const t = useTranslations('mail')
  return (
    <div
      role="toolbar"
      aria-label={t('list.selected', { count })}
      className="-ml-2.5 flex flex-1 items-center"
    >
      <IconButton icon={X} label={t('list.clearSelection')} shortcut="Esc" onClick={onClear} />
      <span role="status" className="figures flex-1 truncate px-1.5 font-medium text-sm">
        {t('list.selected', { count })}
      </span>
      <IconButton icon={Archive} label={t('action.archive')} shortcut="e" onClick={onArchive} />
      <IconButton icon={Trash2} label={t('action.delete')} shortcut="#" onClick={onDelete} />
      {move}
      <IconButton
        icon={hasUnread ? MailOpen : Mail}
        label={hasUnread ? t('action.markRead') : t('action.markUnread')}
        onClick={() => onMark(hasUnread)}
      />
    </div>
  )
}
