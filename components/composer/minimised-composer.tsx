'use client'
import { PenLine, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '../ui/icon-button'
import { closeComposer } from './close-composer'
import { dispatch } from './composer-store'
import type { Composition } from './composition'
import { useTitle } from './title-bar'

/** A composer shrunk to its title. Opening one shrinks the others. */
export function MinimisedComposer({ composition }: { composition: Composition }) {
  const t = useTranslations('composer')
  const title = useTitle(composition)
  const { key } = composition
  return (
    <div className="flex h-11 w-60 items-center rounded-t-lg border border-hairline border-b-0 bg-raised pr-1.5 shadow-float max-md:w-44">
      <button
        type="button"
        aria-label={t('restore', { title })}
        onClick={() => dispatch({ type: 'open', composition })}
        className="flex h-full min-w-0 flex-1 items-center gap-2 rounded-tl-lg pl-3 text-left font-medium text-ink text-sm hover:bg-hover"
      >
        <PenLine size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" />
        <span className="truncate">{title}</span>
      </button>
      <IconButton icon={X} size="sm" bare label={t('close')} onClick={() => void closeComposer(key)} />
    </div>
  )
}
