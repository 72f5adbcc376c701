'use client'
import { useQuery } from '@tanstack/react-query'
import { PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { fetchDrafts } from '@/lib/api-client/drafts'
import type { Draft } from '@/lib/contract/outbox'
import { useFormats } from '../i18n/formats'
import { keys } from '../live/query-keys'
import { openComposer } from './composer-store'

/** What was begun on any device and lies in Posthorn, not in the mail server's folder; a press goes on with it. */
export function UnfinishedDrafts({ mailboxId }: { mailboxId: string }) {
  const t = useTranslations('composer.drafts')
  const { data } = useQuery({ queryKey: keys.drafts, queryFn: ({ signal }) => fetchDrafts(signal) })
  const drafts = data?.filter((draft) => draft.mailboxId === mailboxId) ?? []
  if (drafts.length === 0) return null
  return (
    <section
      aria-label={t('title')}
      className="flex max-h-1/2 shrink-0 flex-col border-hairline border-b py-2"
    >
      <h2 className="px-4 font-medium text-ink text-sm">{t('title')}</h2>
      <p className="px-4 pb-1 text-ink-faint text-xs">{t('hint')}</p>
      <ul className="min-h-0 overflow-y-auto px-1.5">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <DraftButton draft={draft} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function DraftButton({ draft }: { draft: Draft }) {
  const t = useTranslations('composer')
  const { date } = useFormats()
  const subject = draft.subject || t('drafts.noSubject')
  const to = draft.to.join(', ')
  return (
    <button
      type="button"
      aria-label={t('drafts.open', { subject })}
      onClick={() => openComposer({ kind: 'draft', draftId: draft.id })}
      className="flex h-9 w-full min-w-0 items-center gap-2.5 rounded-md px-2.5 text-left text-sm hover:bg-hover pointer-coarse:h-11"
    >
      <PenLine size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 truncate">
        <span className="text-ink">{subject}</span>
        {to ? <span className="ml-2 text-ink-faint">{to}</span> : null}
      </span>
      <span className="figures shrink-0 text-ink-faint text-xs">{date(draft.updatedAt)}</span>
    </button>
  )
}
