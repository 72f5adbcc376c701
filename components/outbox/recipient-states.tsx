'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { OutgoingRecipient, RecipientState } from '@/lib/contract/outbox'
import { explainReply } from './explain-reply'
import type { Tone } from './state-words'
import { ToneIcon, toneClass } from './tone-icon'

const tones: Record<RecipientState, Tone> = {
  queued: 'busy',
  waiting: 'warning',
  accepted: 'good',
  rejected: 'danger',
  unknown: 'danger',
  cancelled: 'quiet',
  'given-up': 'danger',
}

/** Every recipient with a state of its own, the server's words, and what they mean. */
export function RecipientStates({ recipients }: { recipients: OutgoingRecipient[] }) {
  const t = useTranslations('outbox')
  return (
    <section aria-label={t('recipients')}>
      <h3 className="mb-1 font-semibold text-sm">{t('recipients')}</h3>
      <ul>
        {recipients.map((recipient) => (
          <Recipient key={`${recipient.kind} ${recipient.address}`} recipient={recipient} />
        ))}
      </ul>
    </section>
  )
}

function Recipient({ recipient }: { recipient: OutgoingRecipient }) {
  const t = useTranslations('outbox')
  const { kind, name, address, state, reply } = recipient
  const meaning = reply ? explainReply(reply) : null
  return (
    <li className="border-hairline border-b py-2 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-3">
        <span className="min-w-0 flex-1 break-words text-ink text-sm">
          <span className="mr-2 text-ink-faint text-xs">{t(`recipientKind.${kind}`)}</span>
          {name ? `${name} ` : null}
          <span className={name ? 'text-ink-faint' : undefined}>{name ? `<${address}>` : address}</span>
        </span>
        <span className={clsx('flex min-h-5 items-center gap-1.5 text-xs', toneClass(tones[state]))}>
          <ToneIcon tone={tones[state]} size={14} />
          {t(`recipientState.${state}`)}
        </span>
      </div>
      {meaning ? <p className="mt-0.5 text-ink-soft text-sm">{t(`explain.${meaning}`)}</p> : null}
      {reply ? (
        <p className="mt-0.5 text-ink-faint text-xs">
          {t('serverSaid')}:{' '}
          <q className="break-words font-mono">
            {reply.code}{' '}
            {reply.enhanced && !reply.text.startsWith(reply.enhanced) ? `${reply.enhanced} ` : ''}
            {reply.text}
          </q>
        </p>
      ) : null}
    </li>
  )
}
