'use client'
import { clsx } from 'clsx'
import { CircleAlert, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { chipLabel } from './chips'
import type { Chip } from './composition'

type Props = { chip: Chip; onRemove: () => void; onEdit: () => void }

/** A recipient. Arrow keys walk along the line, Enter turns it back into text, Delete takes it out. */
export function RecipientChip({ chip, onRemove, onEdit }: Props) {
  const t = useTranslations('composer')
  const label = chipLabel(chip)

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onRemove()
    } else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault()
      neighbour(event.currentTarget, event.key === 'ArrowLeft' ? -1 : 1)?.focus()
    }
  }

  return (
    <span
      className={clsx(
        'inline-flex h-7 max-w-full items-center rounded-full border text-sm pointer-coarse:h-9',
        chip.problem ? 'border-danger border-dashed text-danger' : 'border-hairline bg-paper text-ink',
      )}
    >
      <button
        type="button"
        data-chip
        onClick={onEdit}
        onKeyDown={onKeyDown}
        title={chip.problem ? t(`chip.${chip.problem}`) : chip.address}
        aria-label={t('editChip', { name: label })}
        className="flex h-full min-w-0 items-center gap-1 rounded-l-full pl-2.5"
      >
        {chip.problem ? <CircleAlert size={14} strokeWidth={1.75} aria-hidden className="shrink-0" /> : null}
        <span className="truncate">{label}</span>
      </button>
      <button
        type="button"
        tabIndex={-1}
        onClick={onRemove}
        aria-label={t('remove', { name: label })}
        className="flex h-full shrink-0 items-center rounded-r-full pr-2 pl-1 text-ink-faint hover:text-ink"
      >
        <X size={14} strokeWidth={1.75} aria-hidden />
      </button>
    </span>
  )
}

/** The chip beside, or the input after the last one. */
function neighbour(from: HTMLElement, step: -1 | 1): HTMLElement | undefined {
  const line = from.parentElement?.parentElement
  const stops = [...(line?.querySelectorAll<HTMLElement>('[data-chip], input') ?? [])]
  return stops[stops.indexOf(from) + step]
}
