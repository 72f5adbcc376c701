// How an answer or a forward begins: recipients, subject and the quoted original, by the rules of lib/mail.
import type { MessageDetail } from '@/lib/contract/messages'
import { quoteText, withoutSignature } from '@/lib/mail/quote-text'
import { replyAllRecipients, replyRecipients } from '@/lib/mail/reply-recipients'
import { forwardSubject, replySubject } from '@/lib/mail/reply-subject'
import { addChips, chipOfMailbox } from './chips'
import type { AttachedFile, Composition } from './composition'
import { escapeHtml, textToHtml } from './text-to-html'

export type AnswerKind = 'reply' | 'reply-all' | 'forward'

/** Words in the person's language; the lines of a forward in the order in which they are shown. */
export type QuoteWords = { attribution: string; forwarded: string[] }

export type Original = {
  message: MessageDetail
  /** sanitized HTML without remote content, null when the message is plain text */
  html: string | null
}

/** All that an answer takes over from the original. `own` are the person's addresses, never answered to. */
export function answerTo(
  kind: AnswerKind,
  original: Original,
  own: readonly string[],
  words: QuoteWords,
): Partial<Composition> {
  const { message } = original
  const body = kind === 'forward' ? forwardBody(original, words) : replyBody(original, words)
  const common = { kind, inReplyTo: message.id, ...body }
  if (kind === 'forward') {
    const files = message.attachments.filter((part) => !part.inline || !part.contentId).map(taken)
    return { ...common, relation: 'forward', subject: forwardSubject(message.subject), files }
  }
  const { to, cc } = (kind === 'reply' ? replyRecipients : replyAllRecipients)(message, own)
  return {
    ...common,
    relation: 'reply',
    subject: replySubject(message.subject),
    to: addChips([], to.map(chipOfMailbox)),
    cc: addChips([], cc.map(chipOfMailbox)),
    shown: { cc: cc.length > 0, bcc: false },
  }
}

function replyBody({ message, html }: Original, { attribution }: QuoteWords): { text: string; html: string } {
  const quoted = withoutSignature(message.text)
  return {
    text: `\n\n${attribution}\n${quoteText(quoted)}`,
    html: `<p></p><p></p><p>${escapeHtml(attribution)}</p><blockquote>${html ?? textToHtml(quoted.trimEnd())}</blockquote>`,
  }
}

function forwardBody({ message, html }: Original, { forwarded }: QuoteWords): { text: string; html: string } {
  const head = forwarded.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
  return {
    text: `\n\n${forwarded.join('\n')}\n\n${message.text}`,
    html: `<p></p><p></p>${head}<p></p>${html ?? textToHtml(message.text.trimEnd())}`,
  }
}

function taken(part: MessageDetail['attachments'][number]): AttachedFile {
  const size = Math.max(0, part.size)
  return {
    id: `original-${part.id}`,
    name: part.name,
    type: part.type,
    size,
    sent: size,
    state: 'ready',
    problem: null,
    uploadId: null,
    attachmentId: part.id,
  }
}
