// What the first bytes say a file is. Only types that a browser may show by itself are told apart; for all others
// the sender's word is used for an icon at most.

type Signature = { type: string; at: number; bytes: number[] }

const ascii = (text: string) => [...text].map((character) => character.charCodeAt(0))

const signatures: Signature[] = [
  { type: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG\r\n\x1a\n')] },
  { type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] },
  { type: 'image/gif', at: 0, bytes: ascii('GIF87a') },
  { type: 'image/gif', at: 0, bytes: ascii('GIF89a') },
  { type: 'image/webp', at: 8, bytes: ascii('WEBP') },
  { type: 'image/avif', at: 4, bytes: ascii('ftypavif') },
  { type: 'image/avif', at: 4, bytes: ascii('ftypavis') },
  { type: 'application/pdf', at: 0, bytes: ascii('%PDF-') },
]

/** The type by magic bytes; null when the first 16 bytes are none of the types that may be shown inline. */
export function sniffMediaType(bytes: Uint8Array): string | null {
  const found = signatures.find((signature) =>
    signature.bytes.every((byte, i) => bytes[signature.at + i] === byte),
  )
  return found?.type ?? null
}

const showable = new Set(signatures.map((signature) => signature.type))

/**
 * The Content-Type to serve a part with: what its bytes say when that may be shown, `text/plain` for declared
 * plain text, else `application/octet-stream` (to be downloaded). Never the sender's word.
 */
export function servedMediaType(bytes: Uint8Array, declared: string): string {
  return (
    sniffMediaType(bytes) ??
    (declared === 'text/plain' ? 'text/plain; charset=utf-8' : 'application/octet-stream')
  )
}

/** May a browser show this type inside a page of ours? */
export function isShowable(type: string): boolean {
  return showable.has(type) || type.startsWith('text/plain')
}
