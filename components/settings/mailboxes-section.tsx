'use client'
import { useTranslations } from 'next-intl'
import type { ConnectError, Mailbox, MailboxSyncState } from '@/lib/contract/mailboxes'
import { useFormats } from '../i18n/formats'
import { useMailboxes } from '../live/use-mailboxes'
import { Badge, type BadgeTone } from '../ui/badge'
import { Section } from './section'

const tones: Record<MailboxSyncState, BadgeTone> = {
  new: 'plain',
  syncing: 'plain',
  ready: 'success',
  trouble: 'warning',
  'signed-out': 'danger',
}

export function MailboxesSection() {
  const t = useTranslations('settings.mailboxes')
  const { data: mailboxes } = useMailboxes()
  return (
    <Section title={t('title')}>
      {mailboxes?.length === 0 ? <p className="text-ink-faint">{t('none')}</p> : null}
      <ul className="flex flex-col gap-5">
        {mailboxes?.map((mailbox) => (
          <MailboxRow key={mailbox.id} mailbox={mailbox} />
        ))}
      </ul>
    </Section>
  )
}

function MailboxRow({ mailbox }: { mailbox: Mailbox }) {
  const t = useTranslations('settings.mailboxes')
  const { dateTime } = useFormats()
  const { state, error, verifiedAt, nextTryAt } = mailbox.sync
  return (
    <li>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="break-all font-medium text-base text-ink">{mailbox.address}</span>
        <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge>
      </div>
      <p className="mt-1 text-ink-faint text-xs">
        {t(mailbox.kind)}, {mailbox.protocol.toUpperCase()}
        {verifiedAt ? ` · ${t('verified', { at: dateTime(verifiedAt) })}` : null}
      </p>
      {state === 'signed-out' ? <p className="mt-1 text-danger text-sm">{t('signInAgain')}</p> : null}
      {error ? <Trouble error={error} /> : null}
      {error && nextTryAt ? (
        <p className="mt-0.5 text-ink-faint text-xs">{t('nextTry', { at: dateTime(nextTryAt) })}</p>
      ) : null}
    </li>
  )
}

function Trouble({ error }: { error: ConnectError }) {
  const t = useTranslations('settings.mailboxes')
  const common = useTranslations('common')
  return (
    <>
      <p className="mt-1 text-ink-soft text-sm">
        {t('failingStep', { step: common(`connect.step.${error.step}`), server: error.server })}
      </p>
      {error.message ? (
        <p className="text-ink-faint text-xs">
          {t('serverSaid')}: <q className="break-words font-mono">{error.message}</q>
        </p>
      ) : null}
    </>
  )
}
