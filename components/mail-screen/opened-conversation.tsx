'use client'
import { MoveMenu } from '../message-list/move-menu'
import { Conversation } from '../message-view/conversation'
import { ViewToolbar } from '../message-view/view-toolbar'
import { useAnswer } from './use-compose'
import type { MailScreenState } from './use-mail-screen'

/** The open conversation under its toolbar. Loaded when the first one is opened, or about to be. */
export function OpenedConversation({ screen, threadId }: { screen: MailScreenState; threadId: string }) {
  const answer = useAnswer()
  const { acts, openRow, openAt, list } = screen
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
      <div key={threadId} className="min-h-0 flex-1 overflow-y-auto overscroll-contain">
        <Conversation threadId={threadId} onAnswer={answer} onRead={screen.onRead} />
      </div>
    </div>
  )
}
