'use client'
import { type MouseEvent, useCallback, useMemo, useRef, useState } from 'react'
import { useGoTo } from '../app-shell/go-to'
import type { MailLocation } from '../app-shell/mail-location'
import { useFolder } from '../live/use-mailboxes'
import type { RowItem } from '../message-list/row-item'
import { useThreadActions } from '../thread-actions/use-thread-actions'
import { useOpenRow } from './use-open-row'
import { usePrefetch } from './use-prefetch'
import { useReadMarker } from './use-read-marker'
import { useRowActs } from './use-row-acts'
import { useFolderRows, useSearchRows } from './use-rows'
import { useSelection } from './use-selection'

/** Everything that the mail screen knows and can do; the panes only draw it. */
export function useMailScreen(place: MailLocation, preloadReading: () => void) {
  const { folderId, threadId, query } = place
  const found = useFolder(folderId)
  const folderRows = useFolderRows(folderId, found?.folder.role ?? null)
  const searchRows = useSearchRows(query)
  const list = query === undefined ? folderRows : searchRows
  const { rows } = list
  const listId = query === undefined ? `folder ${folderId}` : `search ${query}`

  const goTo = useGoTo()
  const actions = useThreadActions()
  const selection = useSelection(listId, rows)
  const reading = useReadMarker(actions, threadId)
  const [cursor, setCursor] = useState<string>()
  const openAt = threadId === undefined ? -1 : rows.findIndex((row) => row.threadId === threadId)
  const openRow = useOpenRow(place, rows[openAt])
  const activeKey = openRow?.key ?? cursor ?? rows[0]?.key
  const onPoint = usePrefetch(rows, openAt, preloadReading)

  const open = useCallback(
    (row: RowItem) => {
      setCursor(row.key)
      goTo({ folderId, query, threadId: row.threadId }, threadId === undefined ? 'push' : 'replace')
    },
    [goTo, folderId, query, threadId],
  )
  const close = useCallback(() => goTo({ folderId, query }), [goTo, folderId, query])

  const latest = useRef({ rows, openRow, open, close })
  latest.current = { rows, openRow, open, close }
  const onLeave = useCallback((leaving: RowItem[]) => {
    const now = latest.current
    const gone = new Set(leaving.map((row) => row.key))
    if (!now.openRow || !gone.has(now.openRow.key)) return
    const at = now.rows.indexOf(now.openRow)
    const next = now.rows.slice(at + 1).find((row) => !gone.has(row.key))
    const before = now.rows.slice(0, at).findLast((row) => !gone.has(row.key))
    const neighbour = next ?? before
    const isOnePane = !window.matchMedia('(min-width: 768px)').matches
    if (neighbour && !isOnePane) now.open(neighbour)
    else now.close()
  }, [])
  const { acts, asking, siblingsOf } = useRowActs(actions, onLeave)

  const { onToggle } = selection
  const handlers = useMemo(
    () => ({
      onOpen(row: RowItem, event: MouseEvent) {
        const isRange = event.shiftKey
        if (isRange || event.ctrlKey || event.metaKey) onToggle(row.key, isRange, latest.current.openRow?.key)
        else latest.current.open(row)
      },
      onToggle: (row: RowItem, event: MouseEvent) => onToggle(row.key, event.shiftKey),
      onPoint,
      onArchive: (row: RowItem) => acts.archive([row]),
      onDelete: (row: RowItem) => acts.remove([row]),
      onMark: (row: RowItem, seen: boolean) => acts.mark([row], seen),
    }),
    [acts, onToggle, onPoint],
  )

  const markUnread = useCallback(() => {
    reading.hold()
    if (latest.current.openRow) acts.mark([latest.current.openRow], false)
  }, [acts, reading.hold])

  /** Next or previous: opens it while one is open, else only points at it. */
  const step = useCallback(
    (by: 1 | -1) => {
      const now = latest.current
      const at = now.rows.findIndex((row) => row.key === activeKey)
      const row = now.rows[Math.min(now.rows.length - 1, Math.max(0, at + by))]
      if (!row) return
      if (now.openRow) now.open(row)
      else setCursor(row.key)
    },
    [activeKey],
  )

  const activeRow = rows.find((row) => row.key === activeKey)
  /** what a key acts on: the ticked rows, else the open or pointed one */
  const acted = selection.chosen.length > 0 ? selection.chosen : activeRow ? [activeRow] : []
  return {
    place,
    found,
    list,
    listId,
    selection,
    handlers,
    acts,
    asking,
    siblingsOf,
    activeKey,
    activeRow,
    acted,
    openAt,
    openRow,
    open,
    close,
    step,
    setCursor,
    markUnread,
    onRead: reading.onRead,
  }
}

export type MailScreenState = ReturnType<typeof useMailScreen>
