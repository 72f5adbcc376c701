'use client'
import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { RowItem } from './row-item'

/**
 * New mail at the top must not move what is being read: when rows come or go above the first visible one, the list
 * scrolls by the same amount in the same frame. At the very top it stays at the top, so that new mail is seen.
 */
export function useSteadyScroll(
  box: RefObject<HTMLElement | null>,
  rows: RowItem[],
  rowHeight: number,
): void {
  const before = useRef<{ rows: RowItem[]; rowHeight: number }>({ rows, rowHeight })
  useLayoutEffect(() => {
    const element = box.current
    const last = before.current
    before.current = { rows, rowHeight }
    if (!element || last.rows === rows || last.rowHeight !== rowHeight || element.scrollTop < rowHeight)
      return
    const firstVisible = Math.floor(element.scrollTop / rowHeight)
    const anchor = last.rows[firstVisible]?.key
    const now = anchor === undefined ? -1 : rows.findIndex((row) => row.key === anchor)
    if (now >= 0 && now !== firstVisible) element.scrollTop += (now - firstVisible) * rowHeight
  }, [box, rows, rowHeight])
}
