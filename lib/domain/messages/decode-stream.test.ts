import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeStream } from './decode-stream'

async function* cut(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}
async function decoded(encoded: Buffer, size: number, encoding: string) {
  const pieces: Uint8Array[] = []
  for await (const piece of decodeStream(cut(encoded, size), encoding)) pieces.push(piece)
  return Buffer.concat(pieces)
}

describe('an attachment decoded piece by piece', () => {
  test('is the same as decoded at once, wherever it is cut', async () => {
    const content = fc.uint8Array({ maxLength: 300 })
    await fc.assert(
      fc.asyncProperty(content, fc.integer({ min: 1, max: 90 }), async (bytes, size) => {
        const lines = Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n')
        expect(await decoded(Buffer.from(lines), size, 'BASE64')).toEqual(Buffer.from(bytes))
        expect(await decoded(Buffer.from(bytes), size, '8bit')).toEqual(Buffer.from(bytes))
      }),
    )
  })

  test('quoted-printable keeps its escapes together', async () => {
    const text = Buffer.from('caf=C3=A9 and a soft =\r\nbreak\r\nend=3D')
    for (let size = 1; size < 20; size++) {
      expect((await decoded(text, size, 'quoted-printable')).toString()).toBe('café and a soft break\r\nend=')
    }
  })
})
