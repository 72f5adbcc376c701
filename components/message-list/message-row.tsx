'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type MouseEvent, memo } from 'react'
import { RowActions, type RowHandlers } from './row-actions'
import { RowCheck } from './row-check'
import { RowContent } from './row-content'
import type { RowItem } from './row-item'
import { useRowLabel } from './row-label'

export type MessageRowProps = {
  row: RowItem
  id: string
  /** 1 for the first; aria-rowindex */
  position: number
  isCompact: boolean
  isOpen: boolean
  isActive: boolean
  isSelected: boolean
  handlers: RowHandlers & {
    onOpen: (row: RowItem, event: MouseEvent) => void
    onToggle: (row: RowItem, event: MouseEvent) => void
    onPoint: (row: RowItem) => void
  }
}

export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { row, isCompact, isOpen, isActive, isSelected, handlers } = props
  const t = useTranslations('mail')
  const label = useRowLabel()(row)
  return (
    <div
      role="row"
      id={props.id}
      aria-rowindex={props.position}
      aria-selected={isSelected || isOpen}
      aria-label={label}
      data-thread={row.threadId}
      onClick={(event) => handlers.onOpen(row, event)}
      onPointerEnter={() => handlers.onPoint(row)}
      className={clsx(
        'group/row relative h-full select-none pr-4 pl-8 text-sm',
        'bg-(--row)',
        isOpen || isSelected
          ? '[--row:var(--selection)]'
          : '[--row:var(--surface)] hover:[--row:color-mix(in_oklab,var(--ink)_5%,var(--surface))]',
        // drawn above the row's hairline, so that the ring is whole
        'after:pointer-events-none after:absolute after:inset-0',
        isActive && 'group-focus-visible/list:after:shadow-[inset_0_0_0_2px_var(--focus)]',
      )}
    >
      {row.isUnread ? (
        <span
          aria-hidden
          className={clsx(
            'absolute left-[13px] size-1.5 rounded-full bg-mark group-hover/row:opacity-0',
            'group-data-selecting/list:opacity-0',
            isCompact ? 'top-[15px]' : 'top-[18px]',
          )}
        />
      ) : null}
      <div role="gridcell">
        <RowCheck
          isSelected={isSelected}
          label={t('list.select')}
          onToggle={(event) => handlers.onToggle(row, event)}
        />
      </div>
      <div role="gridcell" className="h-full border-hairline border-b">
        <RowContent row={row} isCompact={isCompact} />
      </div>
      <div role="gridcell">
        <RowActions row={row} handlers={handlers} />
      </div>
    </div>
  )
})
