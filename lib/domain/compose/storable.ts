import { badField } from '../../platform/errors'

type Composed = {
  to: string[]
  cc: string[]
  bcc: string[]
  subject: string
  text?: string | undefined
  html?: string | undefined
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the purpose
const FORBIDDEN = /[\r\n\u0000]/

/**
 * What was written, fit for the database and for headers. Throws bad-input for CR, LF or NUL in an address or the
 * subject, naming the field; the text loses NULs and halves of characters, which PostgreSQL cannot store.
 */
export function storable<T extends Composed>(composed: T): T {
  for (const kind of ['to', 'cc', 'bcc'] as const)
    composed[kind].forEach((text, at) => {
      refuse(`${kind}.${at}`, text)
    })
  refuse('subject', composed.subject)
  const { text, html } = composed
  return {
    ...composed,
    ...addressesOf(composed),
    subject: composed.subject.toWellFormed(),
    ...(text === undefined ? {} : { text: clean(text) }),
    ...(html === undefined ? {} : { html: clean(html) }),
  }
}

function refuse(path: string, text: string): void {
  if (FORBIDDEN.test(text)) throw badField(path, 'must not contain line breaks or NUL')
}

const clean = (text: string) => text.replaceAll('\0', '').toWellFormed()

function addressesOf({ to, cc, bcc }: Composed) {
  const wellFormed = (list: string[]) => list.map((text) => text.toWellFormed())
  return { to: wellFormed(to), cc: wellFormed(cc), bcc: wellFormed(bcc) }
}
