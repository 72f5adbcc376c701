import { safeFileName } from '../mail/safe-file-name'
import { unsafeKindIn } from '../mail/unsafe-characters'
import { badField } from '../platform/errors'

/** RFC 6266: an ASCII name for old readers and the true one in `filename*` (RFC 8187). */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const safe = safeFileName(name)
  const plain = safe.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encodeRfc8187(safe)}`
}

const encodeRfc8187 = (text: string) =>
  encodeURIComponent(text).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)

/**
 * The file name an upload's Content-Disposition gives; `filename*` before `filename`. Only the last part of a path
 * counts. Throws AppError bad-input, field `filename`, when there is none or it has control characters.
 */
export function fileNameIn(header: string | null): string {
  const given = extendedName(header ?? '') ?? plainName(header ?? '')
  if (!given)
    throw badField('filename', "is missing: send Content-Disposition: attachment; filename*=UTF-8''…")
  if (given.length > 1000) throw badField('filename', 'is too long')
  if (unsafeKindIn(given) !== null)
    throw badField('filename', 'contains characters that a file name cannot have')
  return safeFileName(given.split(/[/\\]/).at(-1) ?? '')
}

function extendedName(header: string): string | null {
  const encoded = /;\s*filename\*\s*=\s*utf-8'[^']*'([^;\s]+)/i.exec(header)?.[1]
  if (encoded === undefined) return null
  try {
    return decodeURIComponent(encoded)
  } catch {
    throw badField('filename', 'is not UTF-8 in percent encoding')
  }
}

function plainName(header: string): string | null {
  const quoted = /;\s*filename\s*=\s*"((?:[^"\\]|\\.)*)"/i.exec(header)?.[1]
  return quoted?.replace(/\\(.)/g, '$1') ?? /;\s*filename\s*=\s*([^;\s"]+)/i.exec(header)?.[1] ?? null
}
