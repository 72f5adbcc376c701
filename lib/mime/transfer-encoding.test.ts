import { Buffer } from 'node:buffer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeTransfer } from './transfer-encoding'

const decode = (text: string, encoding: string) =>
  decodeTransfer(Buffer.from(text, 'latin1'), encoding).toString('utf8')

test.each([
  ['quoted-printable', 'Gr=C3=BC=C3=9Fe=\r\n!', 'Grüße!'],
  ['quoted-printable', 'a =  \r\nb', 'a b'],
  ['quoted-printable', 'a=20\r\nb  \r\nc', 'a \r\nb\r\nc'],
  ['quoted-printable', '100=% =G1 =', '100=% =G1 '],
  ['Quoted-Printable', '=c3=bc', 'ü'],
  ['base64', 'SGVs\r\nbG8=\r\n', 'Hello'],
  ['base64', 'SGVsbG8=\r\n-- \r\nfooter of a list', 'Hello'],
  ['base64', 'SGVsbG8=\r\nIHdvcmxk\r\n', 'Hello world'],
  ['base64', 'SGVs!!bG8', 'Hello'],
  ['base64', '', ''],
  ['x-uuencode', 'begin 644 x\r\n%2&5L;&\\\r\n`\r\nend\r\n', 'Hello'],
  ['8bit', 'as is', 'as is'],
  ['nonsense', 'as is', 'as is'],
])('%s %j', (encoding, text, plain) => {
  expect(decode(text, encoding)).toBe(plain)
})

test('never fails and never grows', () => {
  fc.assert(
    fc.property(
      fc.uint8Array(),
      fc.constantFrom('base64', 'quoted-printable', 'uuencode'),
      (bytes, encoding) => {
        expect(decodeTransfer(bytes, encoding).length).toBeLessThanOrEqual(bytes.length)
      },
    ),
  )
})
