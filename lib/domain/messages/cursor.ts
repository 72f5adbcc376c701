import { z } from 'zod'
import { badField } from '../../platform/errors'
import { isId } from '../../platform/ids'

const Parts = z.tuple([z.string(), z.union([z.string().max(400), z.number()]), z.string().refine(isId)])

/** A place in a list: the sort value and id of the last row seen. Opaque to callers; bound to one kind of list. */
export function encodeCursor(list: string, value: string | number, id: string): string {
  return Buffer.from(JSON.stringify([list, value, id])).toString('base64url')
}

/** null without a cursor. Throws bad-input for one that is not ours or of another list. */
export function decodeCursor(
  list: string,
  cursor: string | undefined,
): { value: string | number; id: string } | null {
  if (cursor === undefined) return null
  const parsed = Parts.safeParse(readJson(Buffer.from(cursor, 'base64url').toString('utf8')))
  if (!parsed.success || parsed.data[0] !== list) throw badField('cursor', 'is not a cursor of this list')
  return { value: parsed.data[1], id: parsed.data[2] }
}

/** The same for lists by date: an instant. */
export function decodeDateCursor(
  list: string,
  cursor: string | undefined,
): { value: string; id: string } | null {
  const decoded = decodeCursor(list, cursor)
  if (!decoded) return null
  const instant = z.iso.datetime().safeParse(decoded.value)
  if (!instant.success) throw badField('cursor', 'is not a cursor of this list')
  return { value: instant.data, id: decoded.id }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
