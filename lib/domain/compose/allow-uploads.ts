import { notFound } from '../../platform/errors'
import { isId } from '../../platform/ids'
import { findUploads, type UploadRow } from './compose.store'

/** These uploads in this order, when all of them are this person's; otherwise not found. */
export async function allowUploads(userId: string, ids: string[]): Promise<UploadRow[]> {
  if (ids.length === 0) return []
  if (!ids.every(isId)) throw notFound('upload')
  const found = new Map((await findUploads(userId, ids)).map((row) => [row.id, row]))
  return ids.map((id) => {
    const row = found.get(id)
    if (!row) throw notFound('upload')
    return row
  })
}
