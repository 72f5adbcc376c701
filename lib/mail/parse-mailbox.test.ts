import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatMailbox } from './format-mailbox'
import { type MailboxProblem, MailboxSyntaxError, parseMailbox } from './parse-mailbox'

function problemOf(text: string): MailboxProblem | null {
  try {
    parseMailbox(text)
    return null
  } catch (error) {
    if (error instanceof MailboxSyntaxError) return error.problem
    throw error
  }
}

describe('parseMailbox', () => {
  test.each([
    ['a@b.example', '', 'a@b.example'],
    ['  a@B.Example ', '', 'a@b.example'],
    ['Bob <b@b.example>', 'Bob', 'b@b.example'],
    ['"Kim, Minsu" <k@k.example>', 'Kim, Minsu', 'k@k.example'],
    ['"a \\"b\\" \\\\c" <k@k.example>', 'a "b" \\c', 'k@k.example'],
    ['김 민수 <k@k.example>', '김 민수', 'k@k.example'],
    ['<k@k.example>', '', 'k@k.example'],
    ['k@k.example <k@k.example>', '', 'k@k.example'],
    ['i@bücher.example', '', 'i@xn--bcher-kva.example'],
    ['甲@乙.example', '', '甲@xn--ojq.example'],
    ["o'neil+tag=x/y@b.example", '', "o'neil+tag=x/y@b.example"],
    ['-x@b.example', '', '-x@b.example'],
    ['a@localhost', '', 'a@localhost'],
  ])('reads %s', (text, name, address) => {
    expect(parseMailbox(text)).toEqual({ name, address })
  })

  test.each<[string, MailboxProblem]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['bob', 'no-address'],
    ['Bob <>', 'no-address'],
    ['Bob <b@b.example', 'unclosed'],
    ['"Bob <b@b.example>', 'unclosed'],
    ['a@b.example, c@d.example', 'several'],
    ['a@b.example; c@d.example', 'several'],
    ['Friends: a@b.example;', 'several'],
    ['Friends: <a@b.example>', 'group'],
    ['Bob (work) <a@b.example>', 'comment'],
    ['a@b.example (work)', 'comment'],
    ['"a b"@c.example', 'quoted-local-part'],
    ['"e@attacker.com"@victim.com', 'quoted-local-part'],
    ['a@[127.0.0.1]', 'literal'],
    ['a@127.0.0.1', 'bad-domain'],
    ['a@-b.example', 'bad-domain'],
    ['a@b..example', 'bad-domain'],
    ['a@b.example.', 'bad-domain'],
    ['a@b_c.example', 'bad-domain'],
    ['a@', 'bad-domain'],
    ['@b.example', 'bad-local-part'],
    ['.a@b.example', 'bad-local-part'],
    ['a..b@b.example', 'bad-local-part'],
    ['a@b@c.example', 'bad-local-part'],
    ['a b@c.example', 'bad-local-part'],
    ['x@bank.example <y@evil.example>', 'bad-name'],
    ['"Bob" x <y@evil.example>', 'bad-name'],
    [`${'a'.repeat(65)}@b.example`, 'local-part-too-long'],
    [`${'é'.repeat(33)}@b.example`, 'local-part-too-long'],
    [`a@${'b'.repeat(64)}.example`, 'bad-domain'],
    [`a@${'b.'.repeat(130)}example`, 'domain-too-long'],
    [`${'n'.repeat(201)} <a@b.example>`, 'name-too-long'],
    ['x'.repeat(801), 'too-long'],
    ['a@b.example\r\nBcc: c@d.example', 'control-character'],
    ['a@b.example>\r\nRCPT TO:<e@f.example', 'control-character'],
    ['A\u0000 <a@b.example>', 'control-character'],
    ['A\u2028 <a@b.example>', 'control-character'],
    ['A\u202e <a@b.example>', 'bidi-character'],
    ['A\ud800 <a@b.example>', 'broken-character'],
  ])('refuses %j as %s', (text, problem) => {
    expect(problemOf(text)).toBe(problem)
  })

  test('anything either parses to one clean line or is refused', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        if (problemOf(text) !== null) return
        const { name, address } = parseMailbox(text)
        expect(address).toMatch(/^[^\s<>,;:"()[\]\\@]+@[a-z0-9.-]+$/u)
        expect(name).not.toMatch(/\p{Cc}/u)
      }),
    )
  })

  test('reads back what formatMailbox writes, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const once = parseMailbox(formatMailbox({ name, address: 'a@b.example' }))
        expect(once.address).toBe('a@b.example')
        expect(parseMailbox(formatMailbox(once))).toEqual(once)
      }),
    )
  })
})
