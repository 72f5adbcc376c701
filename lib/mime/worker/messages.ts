import type { ExtractedAttachment, ParsedMessage, ParseOptions } from '../parsed-message'

export type MimeJob =
  | { kind: 'parse'; raw: Uint8Array; options: ParseOptions }
  | { kind: 'extract'; raw: Uint8Array; position: number }
  | { kind: 'sanitize-outgoing'; html: string }

export type MimeAnswer =
  | { kind: 'parse'; message: ParsedMessage }
  | { kind: 'extract'; attachment: ExtractedAttachment | null }
  | { kind: 'sanitize-outgoing'; html: string }
  | { kind: 'failed'; reason: string }
