'use client'
import { useCallback, useMemo, useState } from 'react'
import type { Folder } from '@/lib/contract/mailboxes'
import { useMailboxFolders } from '../live/use-mailboxes'
import type { RowItem } from '../message-list/row-item'
import type { ThreadActions } from '../thread-actions/use-thread-actions'
import { targetOf } from './row-target'

/**
 * The actions of the screen on rows. `onLeave` hears which rows are about to go, so that an open conversation can
 * make room for its neighbour. Deleting from the trash asks first: `asking` holds the rows until it is answered.
 */
export function useRowActs(actions: ThreadActions, onLeave: (rows: RowItem[]) => void) {
  const { mailboxes } = useMailboxFolders()
  const [asking, setAsking] = useState<RowItem[]>([])

  const siblingsOf = useCallback(
    (rows: RowItem[]): Folder[] =>
      mailboxes.find(({ folders }) => folders?.some(({ id }) => id === rows[0]?.folderId))?.folders ?? [],
    [mailboxes],
  )

  const acts = useMemo(
    () => ({
      archive(rows: RowItem[]) {
        if (rows.length === 0) return
        const folders = siblingsOf(rows)
        if (folders.some((folder) => folder.role === 'archive')) onLeave(rows)
        actions.archive(rows.map(targetOf), folders)
      },
      remove(rows: RowItem[]) {
        if (rows.length === 0) return
        const here = siblingsOf(rows).find((folder) => folder.id === rows[0]?.folderId)
        if (here?.role === 'trash') return setAsking(rows)
        onLeave(rows)
        actions.remove(rows.map(targetOf))
      },
      move(rows: RowItem[], folder: Folder) {
        onLeave(rows)
        actions.move(rows.map(targetOf), folder)
      },
      mark(rows: RowItem[], seen: boolean) {
        if (rows.length > 0) void actions.mark(rows.map(targetOf), seen)
      },
      confirm() {
        onLeave(asking)
        actions.removeForever(asking.map(targetOf))
        setAsking([])
      },
      cancel: () => setAsking([]),
    }),
    [actions, onLeave, siblingsOf, asking],
  )
  return { acts, asking, siblingsOf }
}
