import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './safe-file-name'

test.each([
  ['report.pdf', 'report.pdf'],
  ['보고서 최종.pdf', '보고서 최종.pdf'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Users\\me\\a.txt', 'C__Users_me_a.txt'],
  ['invoice\u202efdp.exe', 'invoice_fdp.exe'],
  ['a\r\nSet-Cookie: x.pdf', 'a__Set-Cookie_ x.pdf'],
  ['aux.c', '_aux.c'],
  ['NUL', '_NUL'],
  ['.htaccess', 'htaccess'],
  ['a.txt.  ', 'a.txt'],
  ['a\u200b.exe', 'a.exe'],
  ['...', 'attachment'],
  ['', 'attachment'],
])('%j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe)
})

test('a long name is shortened between characters and keeps its extension', () => {
  const safe = safeFileName(`${'한'.repeat(200)}.pdf`)
  expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(180)
  expect(safe).toMatch(/^한+\.pdf$/)
})

test('holds for any name, and for its own answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeFileName(name)
      expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
      expect(safe).not.toBe('')
      expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(181)
      expect(safe.isWellFormed()).toBe(true)
    }),
  )
})
