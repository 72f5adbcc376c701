'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Attempt, Outgoing } from '@/lib/contract/outbox'
import { useFormats } from '../i18n/formats'
import { Dialogue } from './dialogue'
import type { Tone } from './state-words'
import { type Moment, timelineOf } from './timeline'

/** From the outbox to Sent, step by step. */
export function TimelineView({ item }: { item: Outgoing }) {
  const t = useTranslations('outbox')
  const moments = timelineOf(item)
  return (
    <section aria-label={t('timeline')}>
      <h3 className="mb-2 font-semibold text-sm">{t('timeline')}</h3>
      <ol>
        {moments.map((moment, at) => (
          <MomentRow
            key={moment.kind === 'attempt' ? `attempt ${moment.attempt.number}` : moment.kind}
            moment={moment}
            isLast={at === moments.length - 1}
            fileError={item.fileError}
          />
        ))}
      </ol>
    </section>
  )
}

type RowProps = { moment: Moment; isLast: boolean; fileError: string | null }

function MomentRow({ moment, isLast, fileError }: RowProps) {
  const t = useTranslations('outbox')
  return (
    <Row tone={toneOf(moment)} at={moment.at} isLast={isLast} isAwaited={isAwaited(moment)}>
      {moment.kind === 'attempt' ? (
        <AttemptWords attempt={moment.attempt} />
      ) : (
        <span className="text-ink">{t(`moment.${moment.kind}`)}</span>
      )}
      {moment.kind === 'not-filed' && fileError ? <OwnWords text={fileError} /> : null}
    </Row>
  )
}

type DotProps = { tone: Tone; at: string | null; isLast: boolean; isAwaited: boolean; children: ReactNode }

function Row({ tone, at, isLast, isAwaited, children }: DotProps) {
  const { date, dateTime } = useFormats()
  return (
    <li className="relative flex gap-3 pb-4 last:pb-0">
      {isLast ? null : <span aria-hidden className="absolute top-4 bottom-0 left-[5px] w-px bg-hairline" />}
      <span
        aria-hidden
        className={clsx(
          'mt-[5px] size-[11px] shrink-0 rounded-full border-2',
          isAwaited ? 'border-outline bg-transparent' : dots[tone],
        )}
      />
      <div className="min-w-0 flex-1 text-sm">{children}</div>
      {at ? (
        <time dateTime={at} title={dateTime(at)} className="shrink-0 text-ink-faint text-xs leading-5">
          {date(at)}
        </time>
      ) : null}
    </li>
  )
}

const dots: Record<Tone, string> = {
  quiet: 'border-outline bg-outline',
  busy: 'border-mark bg-mark',
  good: 'border-success bg-success',
  warning: 'border-warning bg-warning',
  danger: 'border-danger bg-danger',
}

function AttemptWords({ attempt }: { attempt: Attempt }) {
  const t = useTranslations('outbox')
  const { number, outcome, phase, error, endedAt } = attempt
  if (!endedAt && !outcome) {
    return (
      <>
        <span className="text-ink">{t('moment.attemptRunning', { number })}</span>
        <span className="block text-ink-faint text-xs">{t('reached', { phase: t(`phase.${phase}`) })}</span>
        <Dialogue attempt={attempt} />
      </>
    )
  }
  const isFailed = outcome !== 'accepted'
  return (
    <>
      <span className="text-ink">{t('moment.attempt', { number })}</span>
      {outcome ? <span className="text-ink-soft">: {t(`outcome.${outcome}`)}</span> : null}
      {isFailed ? (
        <span className="block text-ink-soft">
          {error
            ? t(`step.${error.step}`, { server: error.server })
            : t('failedAt', { phase: t(`phase.${phase}`) })}
        </span>
      ) : null}
      {error?.message ? <OwnWords text={error.message} /> : null}
      <Dialogue attempt={attempt} />
    </>
  )
}

function OwnWords({ text }: { text: string }) {
  const t = useTranslations('outbox')
  return (
    <span className="block text-ink-faint text-xs">
      {t('serverSaid')}: <q className="break-words font-mono">{text}</q>
    </span>
  )
}

function toneOf(moment: Moment): Tone {
  if (moment.kind === 'attempt') return attemptTone(moment.attempt)
  if (moment.kind === 'accepted' || moment.kind === 'filed') return 'good'
  if (moment.kind === 'not-filed') return 'warning'
  return moment.kind === 'unknown' || moment.kind === 'given-up' || moment.kind === 'rejected'
    ? 'danger'
    : 'quiet'
}

function attemptTone({ outcome }: Attempt): Tone {
  if (outcome === null) return 'busy'
  if (outcome === 'accepted') return 'good'
  return outcome === 'rejected' || outcome === 'refused-sign-in' || outcome === 'unknown'
    ? 'danger'
    : 'warning'
}

const isAwaited = (moment: Moment): boolean =>
  moment.kind === 'held' || moment.kind === 'next-try' || moment.kind === 'filing'
