import type { Verdicts } from './authentication-results'

export type NoticeCode =
  | 'too-large' // only the first bytes were read; detail: bytes left out
  | 'too-many-parts'
  | 'too-deep'
  | 'too-many-headers'
  | 'no-headers'
  | 'no-body'
  | 'charset-unknown' // detail: the name given
  | 'html-too-large' // shown as text
  | 'html-cut' // nesting or number of elements was cut
  | 'parse-failed'
  | 'parse-timeout'
  | 'encrypted'
  | 'remote-images' // detail: `count host, host`
  | 'deceptive-links' // detail: hosts they lead to
  | 'forms-removed'

/** What a reader is told in a quiet line; `code` is looked up in the catalogue. */
export type MimeNotice = { code: NoticeCode; detail?: string }

export type ParsedAttachment = {
  /** index among the attachments of this message; extractAttachment takes it */
  position: number
  /** safe to show and to save; never empty */
  name: string
  /** as declared, lower case: only for an icon. Serve with servedMediaType of lib/mail */
  type: string
  /** decoded bytes */
  size: number
  /** shown inside the HTML by its Content-ID */
  inline: boolean
  /** without angle brackets */
  contentId: string | null
  /** IMAP section (RFC 9051 section 6.4.5); null when the server may count differently */
  section: string | null
  /** Content-Transfer-Encoding, lower case */
  encoding: string
}

export type ParsedMessage = {
  /** all plain text of the body; made from the HTML where a part has only that */
  text: string
  /** sanitized and final: nothing may edit it. null when no part is HTML */
  html: string | null
  attachments: ParsedAttachment[]
  /** decoded fields in order */
  headers: { name: string; value: string }[]
  authentication: Verdicts | null
  notices: MimeNotice[]
}

export type ParseOptions = {
  /** URL put before the position of an attachment that the HTML shows by cid:, for example `/message-body/ID/inline/`. Without it such images are left out. */
  inlineUrl?: string
  /** `keep` after a person asked for remote images; then the frame's CSP decides what loads */
  remoteImages?: 'remove' | 'keep'
}

export type ExtractedAttachment = { name: string; type: string; content: Uint8Array }
