'use client'
import { Archive, ArrowLeft, ChevronDown, ChevronUp, Mail, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '../ui/icon-button'

export type ViewActions = {
  onBack: () => void
  onArchive: () => void
  onDelete: () => void
  onMarkUnread: () => void
  /** undefined at the ends of the list */
  onPrevious: (() => void) | undefined
  onNext: (() => void) | undefined
  /** deleting here is for good */
  isTrash: boolean
  move: ReactNode
}

/** Stays where it is while the conversation scrolls and while it loads. */
export function ViewToolbar({ actions, isReady }: { actions: ViewActions; isReady: boolean }) {
  const t = useTranslations('mail')
  const { onPrevious, onNext } = actions
  return (
    <div
      role="toolbar"
      aria-label={t('view.toolbar')}
      className="flex h-11 shrink-0 items-center gap-0.5 border-hairline border-b px-3 max-md:h-[52px] max-md:px-1"
    >
      <IconButton
        className="md:hidden"
        icon={ArrowLeft}
        label={t('action.back')}
        shortcut="u"
        onClick={actions.onBack}
      />
      <IconButton
        icon={Archive}
        label={t('action.archive')}
        shortcut="e"
        disabled={!isReady}
        onClick={actions.onArchive}
      />
      <IconButton
        icon={Trash2}
        label={actions.isTrash ? t('action.deleteForever') : t('action.delete')}
        shortcut="#"
        disabled={!isReady}
        onClick={actions.onDelete}
      />
      <IconButton
        icon={Mail}
        label={t('action.markUnread')}
        shortcut="Shift+U"
        disabled={!isReady}
        onClick={actions.onMarkUnread}
      />
      {actions.move}
      <span className="flex-1" />
      <IconButton
        icon={ChevronUp}
        label={t('action.previous')}
        shortcut="k"
        disabled={!onPrevious}
        onClick={onPrevious}
      />
      <IconButton
        icon={ChevronDown}
        label={t('action.next')}
        shortcut="j"
        disabled={!onNext}
        onClick={onNext}
      />
    </div>
  )
}
