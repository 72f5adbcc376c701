import { describe, expect, test } from 'vitest'
import { AppError } from '../platform/errors'
import { type SentFile, sendFile, sendInlineImage } from './send-file'

const PNG = Buffer.from('\x89PNG\r\n\x1a\n0123456789', 'latin1')

function file(bytes: Buffer, more: Partial<SentFile> = {}) {
  const state = { closed: false, pulled: 0 }
  async function* read() {
    try {
      for (let at = 0; at < bytes.length; at += 4) {
        state.pulled++
        yield bytes.subarray(at, at + 4)
      }
    } finally {
      state.closed = true
    }
  }
  const sent: SentFile = { name: 'a.bin', type: 'text/html', size: bytes.length, stream: read(), ...more }
  return { sent, state }
}
const request = (range?: string) =>
  new Request('http://localhost/x', { headers: range === undefined ? {} : { range } })
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

describe('a file', () => {
  test.each([
    ['<script>alert(1)</script>', 'text/html', 'application/octet-stream', 'attachment'],
    ['<svg xmlns="x" onload="x"/>', 'image/svg+xml', 'application/octet-stream', 'attachment'],
    ['<?xml version="1.0"?>', 'image/png', 'application/octet-stream', 'attachment'],
    [PNG.toString('latin1'), 'text/html', 'image/png', 'inline'],
    ['%PDF-1.7 x', 'application/pdf', 'application/pdf', 'inline'],
    ['<script>', 'text/plain', 'text/plain; charset=utf-8', 'inline'],
  ])('%j called %s is %s, %s', async (bytes, declared, type, kind) => {
    const { sent } = file(Buffer.from(bytes, 'latin1'), { type: declared })
    const response = await sendFile(request(), sent, true)
    expect(response.headers.get('content-type')).toBe(type)
    expect(response.headers.get('content-disposition')).toMatch(new RegExp(`^${kind};`))
    expect(response.headers.get('content-security-policy')).toContain('; sandbox')
  })

  test('is for saving unless asked otherwise', async () => {
    const response = await sendFile(request(), file(PNG).sent, false)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment;/)
  })

  test('is sent whole, with its length', async () => {
    const whole = Buffer.alloc(5000, 'ab')
    const response = await sendFile(request(), file(whole).sent, false)
    expect(response.headers.get('content-length')).toBe('5000')
    expect(await bytesOf(response)).toEqual(whole)
  })

  test('is sent in part, and no more is read than that', async () => {
    const whole = Buffer.from(Array.from({ length: 5000 }, (_, i) => i % 251))
    const { sent, state } = file(whole)
    const response = await sendFile(request('bytes=600-699'), sent, false)
    expect(response.status).toBe(206)
    expect(response.headers.get('content-range')).toBe('bytes 600-699/5000')
    expect(await bytesOf(response)).toEqual(whole.subarray(600, 700))
    expect(state).toMatchObject({ closed: true, pulled: 175 })
  })

  test('a range beyond its end answers 416 and closes it', async () => {
    const { sent, state } = file(PNG)
    const response = await sendFile(request('bytes=99-'), sent, false)
    expect(response.status).toBe(416)
    expect(response.headers.get('content-range')).toBe(`bytes */${PNG.length}`)
    expect(state.closed).toBe(true)
  })

  test('of unknown size has no length and no ranges', async () => {
    const response = await sendFile(request('bytes=0-1'), file(PNG, { size: -1 }).sent, false)
    expect(response.status).toBe(200)
    expect(response.headers.has('content-length')).toBe(false)
    expect(await bytesOf(response)).toEqual(PNG)
  })

  test('is closed when the browser goes away', async () => {
    const { sent, state } = file(Buffer.alloc(5000))
    const response = await sendFile(request(), sent, false)
    await response.body?.cancel()
    expect(state.closed).toBe(true)
  })

  test('is an inline image only by its bytes', async () => {
    expect((await sendInlineImage(request(), file(PNG).sent)).headers.get('content-type')).toBe('image/png')
    const { sent, state } = file(Buffer.from('<script>'), { type: 'image/png' })
    await expect(sendInlineImage(request(), sent)).rejects.toBeInstanceOf(AppError)
    expect(state.closed).toBe(true)
  })
})
