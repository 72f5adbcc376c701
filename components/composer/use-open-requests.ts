'use client'
import { useTranslations } from 'next-intl'
import { useCallback, useEffect, useRef } from 'react'
import { v4 as newId } from 'uuid'
import type { MessageDetail } from '@/lib/contract/messages'
import { displayName } from '@/lib/mail/format-mailbox'
import type { Mailbox } from '@/lib/mail/parse-mailbox'
import { type Formats, useFormats } from '../i18n/formats'
import { showToast } from '../ui/toast-store'
import { addChips, chipsOf } from './chips'
import { type ComposeRequest, dispatch, takeRequests, useComposers } from './composer-store'
import { type Composition, emptyComposition } from './composition'
import { openDraft } from './open-draft'
import { fetchOriginalHtml } from './original-html'
import { preferredFormat } from './preferred-format'
import { type AnswerKind, answerTo, type QuoteWords } from './quote-message'
import { textToHtml } from './text-to-html'

/** Turns what screens asked for into open composers, with quotes in the person's language. */
export function useOpenRequests(own: readonly string[], firstMailboxId: string | undefined): void {
  const { requests } = useComposers()
  const t = useTranslations('composer')
  const words = useQuoteWords()
  const latest = useRef({ own, words })
  latest.current = { own, words }

  useEffect(() => {
    // a press on Compose while the page is still loading waits for the mailboxes instead of being lost
    if (requests.length === 0 || !firstMailboxId) return
    for (const request of takeRequests()) {
      const opening = open(request, { ...latest.current, firstMailboxId })
      opening.catch(() => showToast({ text: t('failedToOpen'), tone: 'danger' }))
    }
  }, [requests, t, firstMailboxId])
}

type Context = {
  own: readonly string[]
  firstMailboxId: string
  words: (kind: AnswerKind, message: MessageDetail) => QuoteWords
}

async function open(request: ComposeRequest, context: Context): Promise<void> {
  if (request.kind === 'draft') return openDraft(request.draftId)
  dispatch({ type: 'open', composition: await compositionFor(request, context) })
}

type Fresh = Exclude<ComposeRequest, { kind: 'draft' }>

async function compositionFor(request: Fresh, { own, words, firstMailboxId }: Context): Promise<Composition> {
  const blank = {
    ...emptyComposition(newId(), request.mailboxId ?? firstMailboxId, new Date().toISOString()),
    format: preferredFormat(),
  }
  if (request.kind === 'new') {
    const { subject = '', text = '', to = '' } = request
    return { ...blank, subject, text, html: textToHtml(text), to: addChips([], chipsOf(to)) }
  }
  const { message, kind } = request
  const html = message.htmlUrl ? await fetchOriginalHtml(message.htmlUrl) : null
  return { ...blank, ...answerTo(kind, { message, html }, own, words(kind, message)) }
}

function useQuoteWords(): Context['words'] {
  const t = useTranslations('composer')
  const formats = useFormats()
  return useCallback(
    (_kind, message) => {
      const author = message.from[0]
      const date = formats.dateTime(message.date ?? message.receivedAt)
      return {
        attribution: t('attribution', { date, name: author ? displayName(author) : '' }),
        forwarded: forwardLines(message, t, formats),
      }
    },
    [t, formats],
  )
}

type Words = ReturnType<typeof useTranslations<'composer'>>

function forwardLines(message: MessageDetail, t: Words, formats: Formats): string[] {
  const all = (people: Mailbox[]) => people.map(nameAndAddress).join(', ')
  return [
    `---------- ${t('forwarded.title')} ----------`,
    t('forwarded.from', { value: all(message.from) }),
    t('forwarded.date', { value: formats.dateTime(message.date ?? message.receivedAt) }),
    t('forwarded.subject', { value: message.subject }),
    t('forwarded.to', { value: all(message.to) }),
    ...(message.cc.length > 0 ? [t('forwarded.cc', { value: all(message.cc) })] : []),
  ]
}

function nameAndAddress(person: Mailbox): string {
  const name = displayName(person)
  return name === person.address ? name : `${name} <${person.address}>`
}
