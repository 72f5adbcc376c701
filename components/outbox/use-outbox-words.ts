'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Outgoing, OutgoingRecipient } from '@/lib/contract/outbox'
import { displayName } from '@/lib/mail/format-mailbox'
import { useFormats } from '../i18n/formats'
import { explainReply } from './explain-reply'
import type { Failure } from './failure-of'
import { type StateWords, stateWords } from './state-words'

export type OutboxWords = {
  /** "Delayed, next try 10:42" */
  state: (words: StateWords) => string
  /** the state and, where there is one, the reason: "Not sent: No such user here" */
  whole: (item: Outgoing, now: number) => string
  /** the server's own words, or the failing step */
  reason: (failure: Failure) => string
  /** what a reply means in plain words; null when it needs none */
  meaning: (failure: Failure) => string | null
  recipients: (recipients: OutgoingRecipient[]) => string
}

/** Everything the outbox says about a message, in the person's language. */
export function useOutboxWords(): OutboxWords {
  const t = useTranslations('outbox')
  const formats = useFormats()
  return useMemo(() => {
    const state = (words: StateWords): string => {
      const { key, seconds = 0, at, sentTo = 0, of = 0 } = words
      if (key === 'delayed') return at ? t('state.delayed', { at: formats.date(at) }) : t('state.delayedSoon')
      if (key === 'scheduled') return t('state.scheduled', { at: formats.dateTime(at ?? '') })
      if (key === 'sendingIn') return t('state.sendingIn', { seconds })
      return key === 'sentToSome' ? t('state.sentToSome', { sentTo, of }) : t(`state.${key}`)
    }
    const reason = (failure: Failure): string => {
      if (failure.kind === 'reply') return failure.reply.text.trim() || String(failure.reply.code)
      return t(`step.${failure.error.step}`, { server: failure.error.server })
    }
    const meaning = (failure: Failure): string | null => {
      const key = failure.kind === 'reply' ? explainReply(failure.reply) : null
      return key ? t(`explain.${key}`) : null
    }
    const whole = (item: Outgoing, now: number): string => {
      const words = stateWords(item, now)
      if (!words.failure) return state(words)
      return t('withReason', { state: state(words), reason: reason(words.failure) })
    }
    const recipients = (all: OutgoingRecipient[]): string => {
      const [first, ...others] = all
      if (!first) return ''
      return others.length === 0
        ? displayName(first)
        : t('andMore', { first: displayName(first), count: others.length })
    }
    return { state, whole, reason, meaning, recipients }
  }, [t, formats])
}
