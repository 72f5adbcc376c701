// The bytes of BODY[…] (RFC 3501 section 6.4.5).
import { findPart, isMessage, type Part } from '../mime/part'
import type { SectionItem } from './fetch-items'

/** The asked bytes, cut to the asked range; null when the message has no such part. */
export function readSection(raw: Buffer, message: Part, item: SectionItem): Buffer | null {
  const part = item.numbers.length === 0 ? message : findPart(message, item.numbers)
  if (!part) return null
  const bytes = pieceOf(raw, part, item)
  return bytes?.subarray(item.from, item.from + item.length) ?? null
}

function pieceOf(raw: Buffer, part: Part, item: SectionItem): Buffer | null {
  const isTop = item.numbers.length === 0
  if (item.piece === 'all') return raw.subarray(isTop ? part.start : part.bodyStart, part.end)
  if (item.piece === 'mime') return isTop ? null : raw.subarray(part.start, part.bodyStart)
  // HEADER and TEXT of a part exist only where it holds a message
  const holder = isTop ? part : isMessage(part) ? part.children[0] : undefined
  if (!holder) return null
  if (item.piece === 'header') return raw.subarray(holder.start, holder.bodyStart)
  if (item.piece === 'text') return raw.subarray(holder.bodyStart, holder.end)
  return selectFields(holder, item.names, item.piece === 'fields')
}

function selectFields(part: Part, names: string[], isWanted: boolean): Buffer {
  const kept = part.fields.filter((field) => names.includes(field.name) === isWanted)
  return Buffer.from(`${kept.map((field) => field.raw).join('')}\r\n`, 'latin1')
}
