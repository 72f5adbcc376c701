'use client'
import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { dispatch } from './composer-store'
import type { Composition } from './composition'

export function SubjectField({ composition }: { composition: Composition }) {
  const t = useTranslations('composer')
  const id = useId()
  const change = (subject: string) => dispatch({ type: 'subject', key: composition.key, subject })
  return (
    <div className="flex min-h-10 items-center gap-2 border-hairline border-b px-4 max-md:min-h-12">
      <label htmlFor={id} className="w-14 shrink-0 text-ink-faint text-sm">
        {t('subject')}
      </label>
      <input
        id={id}
        value={composition.subject}
        onChange={(event) => change(event.target.value)}
        maxLength={900}
        autoComplete="off"
        className="h-8 min-w-0 flex-1 bg-transparent font-medium text-base text-ink outline-none max-md:text-lg"
      />
    </div>
  )
}
