// Messages made to stop, mislead or take over a reader: each is a fear with a name.
import { Buffer } from 'node:buffer'
import { entity, filePart, message, multipart, multipartMessage, textPart } from './multipart'

/** About 7 MB: a million parts with nothing in them. */
export const millionEmptyParts = () =>
  Buffer.concat([
    message([['Content-Type', 'multipart/mixed; boundary="x"']], ''),
    Buffer.from('--x\r\n\r\n'.repeat(1_000_000), 'latin1'),
  ])

export const manyParts = (count: number) =>
  multipartMessage('mixed', [
    textPart('Hello'),
    ...Array.from({ length: count }, (_, i) => filePart(`f${i}.txt`, 'text/plain', `file ${i}`)),
  ])

/** A text at the bottom of nested multiparts. */
export function nested(levels: number): Buffer {
  let inner = textPart('deep down')
  for (let level = 1; level < levels; level++) inner = multipart('mixed', [inner], `level-${level}`)
  return multipartMessage('mixed', [textPart('on top'), inner])
}

export const nestedDivs = () => html(`${'<div>'.repeat(200_000)}end`)
export const misnested = () => html(`${'<b><i><u>'.repeat(4_000)}x${'</b></i></u>'.repeat(4_000)}`)
export const html = (body: string) => message([['Content-Type', 'text/html; charset=utf-8']], body)
export const noHeaders = () => Buffer.from('\r\njust text\r\n', 'latin1')
export const noBody = () => Buffer.from('From: a@a.example\r\nSubject: nothing below\r\n', 'latin1')
export const empty = () => Buffer.alloc(0)
export const brokenCharset = () =>
  message([['Content-Type', 'text/plain; charset="x-no-such-thing"']], 'Gr\xfc\xdfe\r\n')
export const prototypeHeaders = () =>
  message(
    [
      ['__proto__', 'x'],
      ['constructor', 'y'],
      ['Content-Type', 'text/plain; __proto__=1; constructor=2'],
      ['hasOwnProperty', 'z'],
    ],
    'body',
  )
export const nulBytes = () =>
  message(
    [
      ['X-Nul', 'a\x00b'],
      ['Content-Type', 'text/plain; charset=utf-8'],
    ],
    'one\x00two \xed\xa0\x80 three',
  )
export const hundredThousandAddresses = () =>
  message(
    [['Cc', Array.from({ length: 100_000 }, (_, i) => `"User ${i}" <u${i}@x.example>`).join(',\r\n ')]],
    'x',
  )
export const unclosedEverything = () =>
  message([['Content-Type', `multipart/mixed; boundary="${'"('.repeat(50_000)}`]], '--('.repeat(50_000))
export const encrypted = () =>
  multipartMessage('encrypted', [
    entity([['Content-Type', 'application/pgp-encrypted']], 'Version: 1'),
    entity([['Content-Type', 'application/octet-stream']], '-----BEGIN PGP MESSAGE-----'),
  ])
export const manyRecords = () => html('<p>x</p>'.repeat(60_000))
export const bigHtml = () => html(`<p>${'word '.repeat(600_000)}</p>`)
export const manyHeaders = () =>
  message(
    Array.from({ length: 5_000 }, (_, i) => [`X-${i}`, 'v'] as [string, string]),
    'body',
  )
