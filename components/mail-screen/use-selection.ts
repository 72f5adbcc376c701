'use client'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { RowItem } from '../message-list/row-item'
import { extendTo, keepOnly, NOTHING_SELECTED, toggle } from '../message-list/selection'

/** The ticked rows of one list; another list starts with none. */
export function useSelection(listId: string, rows: RowItem[]) {
  const [selection, setSelection] = useState(NOTHING_SELECTED)
  const order = useMemo(() => rows.map((row) => row.key), [rows])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is the reason to start over
  useEffect(() => setSelection(NOTHING_SELECTED), [listId])
  useEffect(() => setSelection((now) => keepOnly(now, order)), [order])

  const onToggle = useCallback(
    (key: string, isRange: boolean, from?: string) =>
      setSelection((now) => (isRange ? extendTo(now, key, order, from) : toggle(now, key))),
    [order],
  )
  const clear = useCallback(() => setSelection(NOTHING_SELECTED), [])
  const all = useCallback(() => setSelection({ keys: new Set(order), anchor: null }), [order])
  const chosen = useMemo(() => rows.filter((row) => selection.keys.has(row.key)), [rows, selection])
  return { keys: selection.keys, chosen, onToggle, clear, all }
}
