import { decodeTransfer } from '../../mime/transfer-encoding'

/** Undoes base64 or quoted-printable piece by piece (RFC 2045): cuts only where no unit is open. */
export async function* decodeStream(
  pieces: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<Uint8Array> {
  const kind = encoding.trim().toLowerCase()
  let rest = Buffer.alloc(0)
  for await (const piece of pieces) {
    const { ready, open } = split(Buffer.concat([rest, piece]), kind)
    rest = open
    if (ready.byteLength > 0) yield decodeTransfer(ready, kind)
  }
  if (rest.byteLength > 0) yield decodeTransfer(rest, kind)
}

function split(bytes: Buffer, kind: string): { ready: Buffer; open: Buffer<ArrayBuffer> } {
  if (kind === 'base64') return splitBase64(bytes)
  const end = kind === 'quoted-printable' ? bytes.lastIndexOf(0x0a) + 1 : bytes.byteLength
  return { ready: bytes.subarray(0, end), open: Buffer.from(bytes.subarray(end)) }
}

/** Four characters of the alphabet make a unit; what else stands between them is dropped. */
function splitBase64(bytes: Buffer): { ready: Buffer; open: Buffer<ArrayBuffer> } {
  const text = bytes.toString('latin1').replace(/[^A-Za-z0-9+/=]/g, '')
  const end = text.length - (text.length % 4)
  return { ready: Buffer.from(text.slice(0, end), 'latin1'), open: Buffer.from(text.slice(end), 'latin1') }
}
