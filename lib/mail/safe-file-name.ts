import { withoutUnsafe } from './unsafe-characters'

const LONGEST = 180 // bytes of UTF-8: leaves room for a counter within the 255 of common file systems
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i
/** zero-width and other invisible characters (all of Cf but the joiners that emoji and scripts need), tags */
const invisible = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu

/**
 * A file name as it may be shown, saved and put in an archive: no path, no controls, no reordering or invisible
 * characters, no name that Windows reserves, at most 180 bytes, the last extension kept. Never empty.
 */
export function safeFileName(name: string, fallback = 'attachment'): string {
  const flat = withoutUnsafe(name.normalize('NFC'), '_')
    .replace(invisible, '')
    .replace(/[/\\:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (flat.replaceAll('_', '') === '') return fallback
  return shorten(unreserved(flat))
}

function unreserved(name: string): string {
  const stem = name.split('.')[0] ?? ''
  return reserved.test(stem.trim()) ? `_${name}` : name
}

function shorten(name: string): string {
  if (bytesOf(name) <= LONGEST) return name
  const dot = name.lastIndexOf('.')
  const extension = dot > 0 && bytesOf(name.slice(dot)) <= 20 ? name.slice(dot) : ''
  const characters = [...name.slice(0, name.length - extension.length)]
  let size = bytesOf(extension)
  const kept: string[] = []
  for (const character of characters) {
    size += bytesOf(character)
    if (size > LONGEST) break
    kept.push(character)
  }
  return kept.join('').trimEnd() + extension
}

const encoder = new TextEncoder()
const bytesOf = (text: string) => encoder.encode(text).length
