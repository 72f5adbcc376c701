'use client'
import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ApiProblem } from '@/lib/api-client/problem'
import type { Outgoing } from '@/lib/contract/outbox'
import { useFormats } from '../i18n/formats'
import { useProblemText } from '../live/problem-text'
import { EmptyState } from '../ui/empty-state'
import { ErrorState } from '../ui/error-state'
import { OutboxActions } from './outbox-actions'
import { RecipientStates } from './recipient-states'
import { type StateKey, stateWords } from './state-words'
import { TimelineView } from './timeline-view'
import { ToneIcon } from './tone-icon'
import { useNow, useOutgoing } from './use-outbox'
import { useOutboxWords } from './use-outbox-words'

/** One outgoing message: what became of it, what one may do, to whom, and every step. */
export function OutboxDetail({ id }: { id: string }) {
  const t = useTranslations('outbox')
  const problem = useProblemText()
  const { data: item, error, refetch } = useOutgoing(id)
  if (item) return <Known item={item} />
  if (error instanceof ApiProblem && error.status === 404) return <EmptyState>{t('gone')}</EmptyState>
  if (!error) return null
  return (
    <ErrorState title={t('loadFailed')} retry={{ label: t('tryAgain'), onRetry: () => void refetch() }}>
      {problem(error).text}
    </ErrorState>
  )
}

function Known({ item }: { item: Outgoing }) {
  const t = useTranslations('outbox')
  const now = useNow(item.state === 'held')
  return (
    <article
      aria-label={item.subject || t('noSubject')}
      className="mx-auto max-w-[760px] px-6 py-5 max-md:px-4"
    >
      <Link
        href="/outbox"
        className="mb-3 inline-flex items-center gap-1.5 text-ink-soft text-sm hover:text-ink md:hidden pointer-coarse:min-h-11"
      >
        <ArrowLeft size={16} strokeWidth={1.75} aria-hidden /> {t('back')}
      </Link>
      <h2 className="break-words font-semibold text-xl">{item.subject || t('noSubject')}</h2>
      <StateBlock item={item} now={now} />
      <div className="mt-4 empty:hidden">
        <OutboxActions item={item} now={now} />
      </div>
      <div className="mt-6 flex flex-col gap-6">
        <RecipientStates recipients={item.recipients} />
        <TimelineView item={item} />
        <Facts item={item} />
      </div>
    </article>
  )
}

function StateBlock({ item, now }: { item: Outgoing; now: number }) {
  const words = useOutboxWords()
  const stated = stateWords(item, now)
  const meaning = stated.failure ? words.meaning(stated.failure) : null
  const advice = useAdvice(item, stated.key)
  return (
    <div role="status" className="mt-2 flex gap-2">
      <span className="mt-0.5">
        <ToneIcon tone={stated.tone} size={18} />
      </span>
      <div className="min-w-0 text-sm">
        <p className="figures break-words text-base text-ink">{words.whole(item, now)}</p>
        {meaning ? <p className="mt-0.5 text-ink-soft">{meaning}</p> : null}
        {advice ? <p className="mt-0.5 text-ink-soft">{advice}</p> : null}
      </div>
    </div>
  )
}

const advised = ['delayed', 'notSent', 'givenUp', 'unknown', 'sentToSome', 'sentNotStored'] as const

function useAdvice(item: Outgoing, key: StateKey): string | null {
  const t = useTranslations('outbox')
  const isSignIn =
    item.error?.step === 'sign-in' && ['delayed', 'signInAgain', 'notSent', 'givenUp'].includes(key)
  if (isSignIn) return t('advice.refusedSignIn')
  const known = advised.find((candidate) => candidate === key)
  return known ? t(`advice.${known}`) : null
}

function Facts({ item }: { item: Outgoing }) {
  const t = useTranslations('outbox')
  const { bytes, dateTime } = useFormats()
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 border-hairline border-t pt-4 text-ink-faint text-xs">
      <dt>{t('facts.created')}</dt>
      <dd>{dateTime(item.createdAt)}</dd>
      <dt>{t('facts.size')}</dt>
      <dd className="figures">{bytes(item.size)}</dd>
      <dt>{t('facts.messageId')}</dt>
      <dd className="break-all font-mono">{item.messageId}</dd>
    </dl>
  )
}
