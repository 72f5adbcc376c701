import { expect, test } from 'vitest'
import { isShowable, servedMediaType, sniffMediaType } from './sniff-media-type'

const bytes = (text: string) => Uint8Array.from([...text].map((character) => character.charCodeAt(0)))

test.each([
  ['\x89PNG\r\n\x1a\n…', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['GIF89a..', 'image/gif'],
  ['RIFF....WEBPVP8 ', 'image/webp'],
  ['....ftypavif', 'image/avif'],
  ['%PDF-1.7', 'application/pdf'],
  ['<svg xmlns="…">', null],
  ['<html>', null],
  ['RIFF....WAVE', null],
  ['', null],
])('%j', (text, type) => {
  expect(sniffMediaType(bytes(text))).toBe(type)
})

test('what is served follows the bytes, never the sender', () => {
  expect(servedMediaType(bytes('<script>'), 'image/png')).toBe('application/octet-stream')
  expect(servedMediaType(bytes('<svg>'), 'image/svg+xml')).toBe('application/octet-stream')
  expect(servedMediaType(bytes('hello'), 'text/plain')).toBe('text/plain; charset=utf-8')
  expect(isShowable('application/octet-stream')).toBe(false)
})
