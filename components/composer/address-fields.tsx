'use client'
import { useTranslations } from 'next-intl'
import type { Ref } from 'react'
import { dispatch } from './composer-store'
import type { Composition } from './composition'
import { RecipientField } from './recipient-field'

/** To, and Cc and Bcc when asked for. */
export function AddressFields({
  composition,
  toRef,
}: {
  composition: Composition
  toRef: Ref<HTMLInputElement>
}) {
  const t = useTranslations('composer')
  const { shown, key } = composition
  const ask = (field: 'cc' | 'bcc') => dispatch({ type: 'show', key, field })
  const askClass =
    'h-7 rounded-md px-1.5 text-ink-faint text-sm hover:bg-hover hover:text-ink pointer-coarse:h-9 pointer-coarse:px-3'
  return (
    <>
      <RecipientField composition={composition} field="to" inputRef={toRef}>
        {shown.cc ? null : (
          <button type="button" aria-label={t('addCc')} className={askClass} onClick={() => ask('cc')}>
            {t('cc')}
          </button>
        )}
        {shown.bcc ? null : (
          <button type="button" aria-label={t('addBcc')} className={askClass} onClick={() => ask('bcc')}>
            {t('bcc')}
          </button>
        )}
      </RecipientField>
      {shown.cc ? <RecipientField composition={composition} field="cc" inputRef={focusWhenAsked} /> : null}
      {shown.bcc ? <RecipientField composition={composition} field="bcc" inputRef={focusWhenAsked} /> : null}
    </>
  )
}

/** The button that asked for the line is gone; the line takes the focus, unless something else holds it. */
function focusWhenAsked(input: HTMLInputElement | null): void {
  if (input && (document.activeElement === document.body || document.activeElement === null)) input.focus()
}
