'use client'
import { type LucideIcon, SearchX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { folderIcon } from '../folder-tree/folder-icon'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { useCompose } from './use-compose'
import type { MailScreenState } from './use-mail-screen'

/** One sentence that says which nothing this is, and one thing to do. */
export function ListEmpty({ screen, icon }: { screen: MailScreenState; icon: LucideIcon }) {
  const t = useTranslations('mail')
  const { place, found, list } = screen
  const compose = useCompose(place.folderId)
  if (place.query !== undefined) {
    const key = list.isComplete ? 'search.none' : 'search.noneYet'
    return <EmptyState icon={SearchX}>{t(key, { query: place.query })}</EmptyState>
  }
  const folder = found?.folder
  if (folder && folder.total > folder.cached) {
    return <EmptyState icon={icon}>{t('list.empty.syncing')}</EmptyState>
  }
  const canWrite = folder?.role === 'drafts' || folder?.role === 'sent' || folder?.role === 'inbox'
  return (
    <EmptyState
      icon={folderIcon(folder?.role ?? null)}
      action={canWrite ? <Button onClick={compose}>{t('shell.writeMessage')}</Button> : null}
    >
      {t(`list.empty.${folder?.role ?? 'other'}`)}
    </EmptyState>
  )
}
