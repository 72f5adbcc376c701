'use client'
import { useTranslations } from 'next-intl'
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, type Ref, useId, useRef } from 'react'
import { addChips, chipsOf } from './chips'
import { dispatch } from './composer-store'
import type { AddressField, Chip, Composition } from './composition'
import { RecipientChip } from './recipient-chip'

type Props = {
  composition: Composition
  field: AddressField
  inputRef?: Ref<HTMLInputElement>
  /** at the end of the line: buttons for Cc and Bcc */
  children?: ReactNode
}

/** One address line: chips, then what is being typed. Good and bad addresses become chips; bad ones say why below. */
export function RecipientField({ composition, field, inputRef, children }: Props) {
  const t = useTranslations('composer')
  const id = useId()
  const line = useRef<HTMLDivElement>(null)
  const chips = composition[field]
  const pending = composition.pending[field]
  const wrong = chips.filter((chip) => chip.problem !== null)

  const set = (next: Chip[], text = '') =>
    dispatch({ type: 'chips', key: composition.key, field, chips: next, pending: text })
  const type = (text: string) => dispatch({ type: 'pending', key: composition.key, field, text })
  const focusInput = () => line.current?.querySelector('input')?.focus()
  const takeIn = (text: string) => set(addChips(chips, chipsOf(text)))
  const remove = (chip: Chip) => {
    set(
      chips.filter((other) => other.id !== chip.id),
      pending,
    )
    focusInput()
  }
  const edit = (chip: Chip) => {
    const others = chips.filter((other) => other.id !== chip.id)
    set(pending.trim() ? addChips(others, chipsOf(pending)) : others, chip.typed)
    focusInput()
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // in a Korean or Japanese input method Enter only ends the syllable
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const last = chips.at(-1)
    if (['Enter', ',', ';'].includes(event.key)) {
      event.preventDefault()
      if (pending.trim()) takeIn(pending)
    } else if (event.key === 'Backspace' && pending === '' && last) {
      event.preventDefault()
      edit(last)
    } else if (event.key === 'ArrowLeft' && pending === '' && last) {
      lastChip(line.current)?.focus()
    }
  }
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = chipsOf(event.clipboardData.getData('text/plain'))
    if (pasted.length < 2 && !pasted.some((chip) => chip.problem === null)) return
    event.preventDefault()
    set(addChips(chips, pasted), pending)
  }

  return (
    <div className="border-hairline border-b">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the input means the input, the keyboard reaches it directly */}
      <div
        ref={line}
        className="flex min-h-10 items-start gap-2 px-4 py-1.5 max-md:min-h-12 max-md:py-2"
        onMouseDown={(event) => {
          if (event.target !== event.currentTarget) return
          event.preventDefault()
          focusInput()
        }}
      >
        <label htmlFor={id} className="w-14 shrink-0 pt-1 text-ink-faint text-sm pointer-coarse:pt-2">
          {t(field)}
        </label>
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-1">
          {chips.map((chip) => (
            <RecipientChip
              key={chip.id}
              chip={chip}
              onRemove={() => remove(chip)}
              onEdit={() => edit(chip)}
            />
          ))}
          <input
            id={id}
            ref={inputRef}
            value={pending}
            onChange={(event) => type(event.target.value)}
            onKeyDown={onKeyDown}
            onPaste={onPaste}
            onBlur={() => pending.trim() && takeIn(pending)}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            aria-invalid={wrong.length > 0 || undefined}
            aria-describedby={`${id}-about`}
            className="h-7 min-w-16 pointer-coarse:h-9 flex-1 bg-transparent text-base text-ink outline-none max-md:text-lg"
          />
        </div>
        {children}
      </div>
      <p id={`${id}-about`} className="sr-only">
        {t('recipientsOf', { field: t(field), count: chips.length })}
      </p>
      <div
        role="alert"
        className="flex flex-col gap-0.5 px-4 text-danger text-xs empty:hidden [&:not(:empty)]:pb-2"
      >
        {wrong.map((chip) => (
          <p key={chip.id} className="break-words pl-16">
            <span className="font-medium">{chip.typed}</span> –{' '}
            {chip.problem ? t(`chip.${chip.problem}`) : null}
          </p>
        ))}
      </div>
    </div>
  )
}

function lastChip(line: HTMLElement | null): HTMLElement | undefined {
  return [...(line?.querySelectorAll<HTMLElement>('[data-chip]') ?? [])].at(-1)
}
