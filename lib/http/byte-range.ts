export type ByteRange = { start: number; end: number }

/**
 * One range of a Range header over `size` bytes, `end` included (RFC 9110 section 14). Null: send everything (no
 * header, several ranges, or one we do not read); `unsatisfiable`: answer 416.
 */
export function parseRange(header: string | null, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '')
  if (!match) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Math.min(Number(last), size)
    return length === 0 ? 'unsatisfiable' : { start: size - length, end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'unsatisfiable' : { start, end }
}

/** The bytes `start` to `end` of a stream, and nothing read beyond them. */
export async function* sliceBytes(
  stream: AsyncIterable<Uint8Array>,
  { start, end }: ByteRange,
): AsyncGenerator<Uint8Array> {
  let position = 0
  for await (const chunk of stream) {
    const from = Math.max(0, start - position)
    const to = Math.min(chunk.byteLength, end + 1 - position)
    if (to > from) yield chunk.subarray(from, to)
    position += chunk.byteLength
    if (position > end) return
  }
}
