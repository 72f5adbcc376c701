import { Buffer } from 'node:buffer'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { decodeCharset } from './charset'

test.each([
  ['utf-8', 'utf-8', 'Grüße 안녕 👋'],
  ["'utf-8'", 'utf-8', 'Grüße'],
  ['"UTF8"', 'utf-8', 'Grüße'],
  ['iso-8859-1', 'windows-1252', 'smart “quotes” – €'],
  ['ibm850', 'cp850', 'Grüße'],
  ['ks_c_5601-1987', 'cp949', '뷁 안녕'],
  ['euc-kr', 'cp949', '똠방각하'],
  ['gb2312', 'gb18030', '你好 镕'],
  ['koi8-r', 'koi8-r', 'Привет'],
  ['big5', 'big5', '你好'],
  ['shift_jis', 'shift_jis', 'こんにちは'],
  ['utf-7', 'utf-7', 'Grüße'],
  ['utf-16', 'utf-16', 'Grüße'],
  ['tis-620', 'windows-874', 'สวัสดี'],
  ['iso-8859-8-i', 'iso-8859-8', 'שלום'],
])('%s', (label, encoding, text) => {
  expect(decodeCharset(iconv.encode(text, encoding), label)).toEqual({ text, known: true })
})

test('a label that lies loses against valid UTF-8', () => {
  for (const label of ['iso-8859-1', 'us-ascii', 'iso-2022-jp', null]) {
    expect(decodeCharset(Buffer.from('Grüße 안녕'), label).text).toBe('Grüße 안녕')
  }
  expect(decodeCharset(iconv.encode('Grüße', 'latin1'), 'utf-8').text).toBe('Grüße')
})

test('an unknown name is told, and names of object properties are only names', () => {
  for (const label of ['x-nothing', '__proto__', 'constructor', 'base64', 'hex']) {
    expect(decodeCharset(Buffer.from('plain'), label)).toEqual({ text: 'plain', known: false })
  }
})

test('UTF-8 cut within a character keeps the rest', () => {
  const cut = Buffer.from('긴 제목의 끝').subarray(0, -1)
  expect(decodeCharset(cut, 'utf-8').text).toMatch(/^긴 제목의 /)
})
