'use client'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useTranslations } from 'next-intl'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { keepScroll, readScroll } from './kept-scroll'
import { listKeyDown } from './list-keys'
import { MessageRow, type MessageRowProps } from './message-row'
import type { RowItem } from './row-item'
import { SkeletonRow } from './skeleton-row'
import { SwipeRow } from './swipe-row'
import { useSteadyScroll } from './use-steady-scroll'

export const ROW_HEIGHT = { comfortable: 64, compact: 36 }
/** pages are asked for this many rows before they are needed */
const AHEAD = 40

type MessageListProps = {
  /** names the list for its kept scroll position */
  listId: string
  rows: RowItem[]
  /** rows there are, loaded or not */
  total: number
  density: keyof typeof ROW_HEIGHT
  openThreadId: string | undefined
  activeKey: string | undefined
  selected: ReadonlySet<string>
  handlers: MessageRowProps['handlers']
  onActivate: (row: RowItem) => void
  onNeed: (index: number) => void
  /** the grid itself, so that the screen can give it the focus */
  gridRef: RefObject<HTMLDivElement | null>
}

/** Any number of rows in a true scroll bar; only those in sight are in the page. */
export function MessageList(props: MessageListProps) {
  const { rows, total, density, selected, gridRef, activeKey, onNeed, listId } = props
  const t = useTranslations('mail')
  const rowHeight = ROW_HEIGHT[density]
  const isCompact = density === 'compact'
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => gridRef.current,
    estimateSize: useCallback(() => rowHeight, [rowHeight]),
    getItemKey: (index) => rows[index]?.key ?? `unknown-${index}`,
    initialOffset: () => readScroll(listId),
    overscan: 8,
  })
  const items = virtualizer.getVirtualItems()
  const lastShown = items.at(-1)?.index ?? -1
  useSteadyScroll(gridRef, rows, rowHeight)

  useEffect(() => {
    if (lastShown >= 0 && lastShown + AHEAD >= rows.length && rows.length < total) onNeed(lastShown + AHEAD)
  }, [lastShown, rows.length, total, onNeed])

  const active = rows.findIndex((row) => row.key === activeKey)
  const activeRow = rows[active]
  const scrollTo = useRef(virtualizer.scrollToIndex)
  scrollTo.current = virtualizer.scrollToIndex
  const lastActive = useRef(activeKey)
  useEffect(() => {
    if (lastActive.current === activeKey) return
    lastActive.current = activeKey
    if (active >= 0) scrollTo.current(active, { align: 'auto' })
  }, [active, activeKey])

  return (
    <div
      ref={gridRef}
      role="grid"
      tabIndex={0}
      aria-label={t('list.label')}
      aria-rowcount={total}
      aria-multiselectable
      aria-activedescendant={activeRow ? rowId(activeRow) : undefined}
      data-selecting={selected.size > 0 || undefined}
      onScroll={(event) => keepScroll(listId, event.currentTarget.scrollTop)}
      onKeyDown={listKeyDown({
        count: rows.length,
        active,
        page: Math.max(1, Math.floor((gridRef.current?.clientHeight ?? 0) / rowHeight) - 1),
        onMove: (index) => {
          const row = rows[index]
          if (row) props.onActivate(row)
        },
      })}
      className="group/list min-h-0 flex-1 overflow-y-auto overscroll-contain outline-none focus-visible:outline-none"
    >
      <div className="relative w-full" style={{ height: virtualizer.getTotalSize() }}>
        {items.map((item) => {
          const row = rows[item.index]
          return (
            <div
              key={item.key}
              role="presentation"
              className="absolute inset-x-0 top-0"
              style={{ height: rowHeight, transform: `translateY(${item.start}px)` }}
            >
              {row ? (
                <SwipeRow label={t('action.archive')} onArchive={() => props.handlers.onArchive(row)}>
                  <MessageRow
                    row={row}
                    id={rowId(row)}
                    position={item.index + 1}
                    isCompact={isCompact}
                    isOpen={row.threadId === props.openThreadId}
                    isActive={row.key === activeKey}
                    isSelected={selected.has(row.key)}
                    handlers={props.handlers}
                  />
                </SwipeRow>
              ) : (
                <SkeletonRow isCompact={isCompact} />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

const rowId = (row: Pick<RowItem, 'key'>) => `row-${row.key}`
