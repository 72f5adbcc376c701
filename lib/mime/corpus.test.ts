import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { corpusCases, corpusMessages } from '../../test/messages/corpora'
import { parseRaw } from './parse-raw'
import { parseSummaryHeaders } from './parse-summary-headers'
import { sanitizeHtml } from './sanitize-html'

// What at least Python's parser and one other agree on, or what is true by construction.
const agreed = <T extends z.ZodType>(value: T) => z.object({ value, trust: z.string() }).optional()
const Expected = z.object({
  truth: z.object({ subject: z.string().nullish(), subjectAnyOf: z.array(z.string()).optional() }).optional(),
  parsers: z
    .object({
      subject: agreed(z.string().nullable()),
      from: agreed(z.array(z.string())),
      date: agreed(z.number().nullable()),
      textHash: agreed(z.string()),
      hasHtml: agreed(z.boolean()),
      attachmentCount: agreed(z.number()),
    })
    .optional(),
})

const plain = (text: string | null | undefined) => (text ?? '').normalize('NFC').replace(/\s+/g, ' ').trim()
const hash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** Lowest share of agreement in percent; most of what differs is ours on purpose (text made from HTML, names without address). */
const lowest: Record<string, number> = {
  truth: 100,
  subject: 99,
  from: 97,
  date: 99.5,
  text: 94,
  hasHtml: 99.5,
  attachmentCount: 99.5,
}

test('agreement with other parsers over the corpora', () => {
  const tally: Record<string, { same: number; all: number }> = {}
  const count = (what: string, same: boolean) => {
    const row = tally[what] ?? { same: 0, all: 0 }
    tally[what] = row
    row.all++
    if (same) row.same++
  }
  for (const { raw, expected } of corpusMessages()) {
    const { truth, parsers } = Expected.parse(expected)
    const parsed = parseRaw(raw, {})
    const summary = parseSummaryHeaders(headerOf(raw))
    if (truth?.subject !== undefined || truth?.subjectAnyOf) {
      count('truth', (truth.subjectAnyOf ?? [truth.subject]).map(plain).includes(plain(summary.subject)))
    }
    const compare = (what: keyof NonNullable<typeof parsers>, ours: unknown) => {
      const theirs = parsers?.[what]
      if (theirs?.trust === 'high')
        count(what === 'textHash' ? 'text' : what, JSON.stringify(theirs.value) === JSON.stringify(ours))
    }
    compare('subject', plain(summary.subject))
    compare(
      'from',
      summary.from.map((mailbox) => mailbox.address.toLowerCase()),
    )
    compare('date', summary.date === null ? null : summary.date.getTime() / 1000)
    compare('textHash', hash(plain(parsed.text)))
    compare('hasHtml', parsed.html !== null)
    compare('attachmentCount', parsed.attachments.length)
  }
  const tooLow = Object.entries(tally).filter(
    ([what, row]) => (100 * row.same) / row.all < (lowest[what] ?? 0),
  )
  expect(tooLow).toEqual([])
}, 60_000)

test('nothing of the attack corpus comes out as markup that could act', () => {
  for (const { html, id } of corpusCases('sanitizer')) {
    const out = sanitizeHtml(String(html)).html
    for (const [tag] of out.matchAll(/<[^>]*>/g)) {
      expect([id, tag.replace(/="[^"<>]*"/g, '=')]).toEqual([
        id,
        expect.stringMatching(/^<\/?[a-z0-9]+(?: [a-z]+=?)*(?: \/)?>$/),
      ])
      expect([
        id,
        / on|url\(|javascript:|src="(?!data:image\/)|srcset/i.test(
          tag.replace(/ (?:alt|title)="[^"]*"/g, ''),
        ),
      ]).toEqual([id, false])
    }
    expect([id, sanitizeHtml(out).html === out]).toEqual([id, true])
  }
}, 60_000)

function headerOf(raw: Buffer): Buffer {
  const end = /\r?\n\r?\n/.exec(raw.toString('latin1'))
  return raw.subarray(0, end?.index ?? raw.length)
}
