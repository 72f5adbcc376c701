'use client'
import { MailOpen } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { EmptyState } from '../ui/empty-state'
import type { MailScreenState } from './use-mail-screen'

const load = () => import('./opened-conversation')

/** Fetches the reading pane's code: called when somebody points at a row, so that the click finds it there. */
export const preloadReading = () => void load()

const OpenedConversation = dynamic(() => load().then((module) => module.OpenedConversation), {
  loading: () => <div className="h-11 border-hairline border-b max-md:h-[52px]" />,
})

export function ReadingPane({ screen }: { screen: MailScreenState }) {
  const t = useTranslations('mail')
  const { place, selection } = screen
  if (place.threadId !== undefined) return <OpenedConversation screen={screen} threadId={place.threadId} />
  const count = selection.keys.size
  return (
    <EmptyState icon={MailOpen}>{count > 0 ? t('view.selectedCount', { count }) : t('view.none')}</EmptyState>
  )
}
