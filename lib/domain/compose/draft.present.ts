import { type Composed, type Draft, DraftContent } from '../../contract/outbox'
import { isId } from '../../platform/ids'
import { type DraftRow, findUploads } from './compose.store'

/** Rows -> contract, with the files behind their uploads. */
export async function presentDrafts(userId: string, rows: DraftRow[]): Promise<Draft[]> {
  const composed = await presentComposed(
    userId,
    rows.map((row) => row.content),
  )
  return rows.map((row, at) => ({
    ...(composed[at] as Composed),
    id: row.id,
    revision: row.revision,
    updatedAt: row.updatedAt.toISOString(),
  }))
}

export async function presentDraft(userId: string, row: DraftRow): Promise<Draft> {
  const [draft] = await presentDrafts(userId, [row])
  return draft as Draft
}

/** Stored contents -> contract; files that are gone since are left out. */
export async function presentComposed(userId: string, stored: unknown[]): Promise<Composed[]> {
  const contents = stored.map((content) => DraftContent.parse(content))
  const ids = contents.flatMap((content) => content.uploads).filter(isId)
  const files = new Map((await findUploads(userId, ids)).map((file) => [file.id, file]))
  return contents.map((content) => ({
    ...content,
    files: content.uploads.flatMap((id) => {
      const file = files.get(id)
      return file ? [{ id, name: file.name, type: file.type, size: file.size }] : []
    }),
  }))
}
