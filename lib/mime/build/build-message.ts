import { Buffer } from 'node:buffer'
import { Readable } from 'node:stream'
import MailComposer, { type MailComposerAttachment } from 'nodemailer/lib/mail-composer'
import type { Mailbox } from '../../mail/parse-mailbox'
import { sanitizeOutgoingHtml } from '../parse-message'
import { textOfSafeHtml } from '../text-of-html'
import { checkedId, checkedMailbox, checkedMailboxes, checkedType, oneLine } from './header-values'

export type OutgoingAttachment = {
  name: string
  type: string
  /** bytes we hold or a stream we opened; never a path or a URL */
  content: Uint8Array | AsyncIterable<Uint8Array>
  /** for an image the HTML shows by cid:, without angle brackets */
  contentId?: string
}

export type OutgoingContent = {
  from: Mailbox
  to: Mailbox[]
  cc: Mailbox[]
  replyTo?: Mailbox[]
  subject: string
  /** made from the HTML when empty */
  text: string
  /** as the composer has it: sanitized here */
  html?: string
  attachments: OutgoingAttachment[]
  /** without angle brackets, as all ids here */
  inReplyTo?: string
  references?: string[]
  messageId: string
  date: Date
  /** our own id of the outgoing message, as X-Posthorn-Id */
  posthornId?: string
}

/**
 * The raw message, with CRLF line ends and everything encoded so that 7-bit servers take it. Bcc is no parameter:
 * it belongs in the envelope alone. All header values are checked first; throws HeaderSyntaxError with the field's
 * name for CR, LF, NUL and other controls. The same content gives the same headers; boundaries differ.
 */
export async function* buildMessage(content: OutgoingContent): AsyncGenerator<Uint8Array> {
  const headers = headersOf(content)
  const html =
    content.html === undefined || content.html === '' ? undefined : await sanitizeOutgoingHtml(content.html)
  const text = content.text === '' && html !== undefined ? textOfSafeHtml(html) : content.text
  const composer = new MailComposer({
    ...headers,
    text: withLineFeeds(text),
    ...(html === undefined ? {} : { html }),
    attachments: await Promise.all(content.attachments.map(attachmentOf)),
    disableFileAccess: true,
    disableUrlAccess: true,
    newline: 'windows',
  })
  yield* composer.compile().createReadStream() as AsyncIterable<Buffer>
}

function headersOf(content: OutgoingContent) {
  const references = (content.references ?? []).map((id, i) => checkedId(`references.${i}`, id))
  return {
    from: checkedMailbox('from', content.from),
    to: checkedMailboxes('to', content.to),
    cc: checkedMailboxes('cc', content.cc),
    replyTo: checkedMailboxes('replyTo', content.replyTo ?? []),
    subject: oneLine('subject', content.subject),
    messageId: checkedId('messageId', content.messageId),
    date: content.date,
    ...(content.inReplyTo ? { inReplyTo: checkedId('inReplyTo', content.inReplyTo) } : {}),
    ...(references.length > 0 ? { references: references.join(' ') } : {}),
    headers: content.posthornId ? { 'X-Posthorn-Id': oneLine('posthornId', content.posthornId) } : {},
  }
}

async function attachmentOf(attachment: OutgoingAttachment, i: number): Promise<MailComposerAttachment> {
  const contentType = checkedType(attachment.type)
  const { contentId } = attachment
  return {
    filename: oneLine(`attachments.${i}.name`, attachment.name),
    contentType,
    content: await contentOf(attachment.content, contentType),
    contentDisposition: contentId ? 'inline' : 'attachment',
    ...(contentId ? { cid: checkedId(`attachments.${i}.contentId`, contentId).slice(1, -1) } : {}),
  }
}

/** A message may not be encoded (RFC 2046 section 5.2.1), so its bytes decide between 7bit and 8bit. */
async function contentOf(content: OutgoingAttachment['content'], type: string): Promise<Buffer | Readable> {
  if (content instanceof Uint8Array)
    return Buffer.from(content.buffer, content.byteOffset, content.byteLength)
  if (!type.startsWith('message/')) return Readable.from(content)
  const chunks: Uint8Array[] = []
  for await (const chunk of content) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** NUL has no place in text; lone CRs would be read differently by different servers. */
const withLineFeeds = (text: string) => text.replaceAll(String.fromCharCode(0), '').replace(/\r\n?/g, '\n')
