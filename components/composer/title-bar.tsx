'use client'
import { ChevronDown, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '../ui/icon-button'
import type { Composition } from './composition'

type Props = { composition: Composition; onMinimise: () => void; onClose: () => void }

export function TitleBar({ composition, onMinimise, onClose }: Props) {
  const t = useTranslations('composer')
  return (
    <header className="flex h-11 shrink-0 items-center gap-1 border-hairline border-b pr-2 pl-4 max-md:h-[52px]">
      <h2 className="min-w-0 flex-1 truncate font-semibold text-sm">{useTitle(composition)}</h2>
      <IconButton icon={ChevronDown} size="sm" label={t('minimise')} shortcut="Esc" onClick={onMinimise} />
      <IconButton icon={X} size="sm" label={t('close')} onClick={onClose} />
    </header>
  )
}

/** The subject, or what it is as long as there is none. */
export function useTitle(composition: Composition): string {
  const t = useTranslations('composer')
  return composition.subject.trim() || t('noSubjectTitle')
}
