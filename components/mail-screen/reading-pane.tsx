'use client'
import { MailOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { MoveMenu } from '../message-list/move-menu'
import { Conversation } from '../message-view/conversation'
import { ViewToolbar } from '../message-view/view-toolbar'
import { EmptyState } from '../ui/empty-state'
import { useAnswer } from './use-compose'
import type { MailScreenState } from './use-mail-screen'

export function ReadingPane({ screen }: { screen: MailScreenState }) {
  const t = useTranslations('mail')
  const answer = useAnswer()
  const { place, selection, acts, openRow, openAt, list } = screen
  if (place.threadId === undefined) {
    const count = selection.keys.size
    return (
      <EmptyState icon={MailOpen}>
        {count > 0 ? t('view.selectedCount', { count }) : t('view.none')}
      </EmptyState>
    )
  }
  const rows = openRow ? [openRow] : []
  const folders = screen.siblingsOf(rows)
  const next = list.rows[openAt + 1]
  const previous = list.rows[openAt - 1]
  const isTrash = folders.find((folder) => folder.id === openRow?.folderId)?.role === 'trash'
  return (
    <div className="flex h-full min-w-0 flex-col bg-surface">
      <ViewToolbar
        isReady={openRow !== undefined}
        actions={{
          onBack: screen.close,
          onArchive: () => acts.archive(rows),
          onDelete: () => acts.remove(rows),
          onMarkUnread: screen.markUnread,
          onPrevious: openAt > 0 && previous ? () => screen.open(previous) : undefined,
          onNext: openAt >= 0 && next ? () => screen.open(next) : undefined,
          isTrash,
          move: (
            <MoveMenu
              folders={folders}
              currentId={openRow?.folderId}
              onMove={(folder) => acts.move(rows, folder)}
            />
          ),
        }}
      />
      <div key={place.threadId} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <Conversation threadId={place.threadId} onAnswer={answer} onRead={screen.onRead} />
      </div>
    </div>
  )
}
