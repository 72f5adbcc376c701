// Pieces of an IMAP answer. Strings are latin1 (one character a byte); literals are bytes.

export type Wire = (string | Buffer)[]

/** NIL, a quoted string, or a literal when the text cannot be quoted (RFC 3501 section 4.3). */
export function nstring(text: string | null | undefined): string | Buffer {
  return text === null || text === undefined ? 'NIL' : astring(text)
}

export function astring(text: string): string | Buffer {
  const isQuotable = /^[\x20-\x7e]*$/.test(text)
  return isQuotable ? `"${text.replace(/["\\]/g, '\\$&')}"` : literal(Buffer.from(text, 'latin1'))
}

export function literal(bytes: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`{${bytes.length}}\r\n`), bytes])
}

/** `(a b c)` */
export function list(items: (string | Buffer | Wire)[]): Wire {
  const out: Wire = ['(']
  for (const [index, item] of items.entries()) {
    if (index > 0) out.push(' ')
    if (Array.isArray(item)) out.push(...item)
    else out.push(item)
  }
  out.push(')')
  return out
}

export function toBytes(wire: Wire): Buffer {
  return Buffer.concat(
    wire.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece)),
  )
}
