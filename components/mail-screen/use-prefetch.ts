'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef } from 'react'
import type { RowItem } from '../message-list/row-item'
import { prefetchConversation } from '../message-view/message-queries'

const HOVER_MS = 60

/** Loads what is likely to be opened next: the row under the pointer, and the neighbours of the open one. */
export function usePrefetch(
  rows: RowItem[],
  openAt: number,
  preloadReading: () => void,
): (row: RowItem) => void {
  const client = useQueryClient()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => {
    // on a fresh list the first row is the likeliest
    const near = openAt < 0 ? [rows[0]] : [rows[openAt + 1], rows[openAt - 1]]
    const idle = setTimeout(() => {
      for (const row of near) if (row) void prefetchConversation(client, row.threadId)
    }, 250)
    return () => clearTimeout(idle)
  }, [client, rows, openAt])

  useEffect(() => () => clearTimeout(timer.current), [])
  return useCallback(
    (row) => {
      preloadReading()
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void prefetchConversation(client, row.threadId), HOVER_MS)
    },
    [client, preloadReading],
  )
}
