import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CommandText, isInSet, parseSequenceSet, parseValues, SyntaxProblem, type Value } from './syntax'

const atom = fc.stringMatching(/^[A-Za-z0-9\\$+*%.]{1,12}$/).map((text): Value => ({ kind: 'atom', text }))
const text = fc.string({ maxLength: 20, unit: 'binary-ascii' })
const string = text.map((each): Value => ({ kind: 'string', text: each, bytes: Buffer.from(each, 'latin1') }))
const { value } = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    atom,
    string,
    fc.array(tie('value'), { maxLength: 4 }).map((items): Value => ({ kind: 'list', items })),
  ),
}))

/** What a client would send: quoted where that is allowed, else as a literal. */
function render(each: Value, literals: Buffer[]): string {
  if (each.kind === 'atom') return each.text
  if (each.kind === 'list') return `(${each.items.map((item) => render(item, literals)).join(' ')})`
  if (/^[\x20-\x7e]*$/.test(each.text)) return `"${each.text.replace(/["\\]/g, '\\$&')}"`
  literals.push(each.bytes)
  return '\0'
}

describe('command arguments', () => {
  test('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(value, { maxLength: 5 }), (values) => {
        const literals: Buffer[] = []
        const command: CommandText = {
          text: values.map((each) => render(each, literals)).join(' '),
          literals,
        }
        expect(parseValues(command)).toEqual(values)
      }),
    )
  })

  test('are refused, never worse, when they are no IMAP', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 60 }), (junk) => {
        try {
          parseValues({ text: junk, literals: [] })
        } catch (error) {
          expect(error).toBeInstanceOf(SyntaxProblem)
        }
      }),
    )
  })

  test('keep BODY[…] in one piece', () => {
    const parsed = parseValues({ text: 'BODY.PEEK[HEADER.FIELDS (From To)]<0.100> UID', literals: [] })
    expect(parsed.map((each) => each.kind === 'atom' && each.text)).toEqual([
      'BODY.PEEK[HEADER.FIELDS (From To)]<0.100>',
      'UID',
    ])
  })
})

test('a sequence set holds its numbers, its ranges in either direction, and the last one as *', () => {
  const set = parseSequenceSet('1,4:6,9:*,*:8', 12)
  const inside = Array.from({ length: 14 }, (_, number) => number).filter((number) => isInSet(set, number))
  expect(inside).toEqual([1, 4, 5, 6, 8, 9, 10, 11, 12])
  for (const wrong of ['', '1,', 'a', '1:2:3', '-1'])
    expect(() => parseSequenceSet(wrong, 9)).toThrow(SyntaxProblem)
})
