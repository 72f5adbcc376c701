'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { dispatch } from './composer-store'
import type { Composition } from './composition'
import { textToHtml } from './text-to-html'

/** Plain text, an equal of rich text: what stands here is what is sent. */
export function PlainBody({ composition, hasFocus }: { composition: Composition; hasFocus: boolean }) {
  const t = useTranslations('composer')
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!hasFocus) return
    area.current?.focus()
    area.current?.setSelectionRange(0, 0)
  }, [hasFocus])
  return (
    <textarea
      ref={area}
      aria-label={t('body')}
      value={composition.text}
      onChange={({ target }) =>
        dispatch({ type: 'body', key: composition.key, text: target.value, html: textToHtml(target.value) })
      }
      className="min-h-48 w-full flex-1 resize-none bg-transparent px-4 py-3 text-ink text-reading outline-none max-md:text-lg"
    />
  )
}
