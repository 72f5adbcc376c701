'use client'
import { BulkBar } from '../message-list/bulk-bar'
import { MoveMenu } from '../message-list/move-menu'
import type { MailScreenState } from './use-mail-screen'

/** What can be done with the ticked rows. */
export function SelectedRows({ screen }: { screen: MailScreenState }) {
  const { selection, acts, siblingsOf, place } = screen
  const { chosen } = selection
  return (
    <BulkBar
      count={selection.keys.size}
      hasUnread={chosen.some((row) => row.isUnread)}
      onClear={selection.clear}
      onArchive={() => acts.archive(chosen)}
      onDelete={() => acts.remove(chosen)}
      onMark={(seen) => acts.mark(chosen, seen)}
      move={
        <MoveMenu
          folders={siblingsOf(chosen)}
          currentId={place.folderId}
          onMove={(folder) => acts.move(chosen, folder)}
        />
      }
    />
  )
}
