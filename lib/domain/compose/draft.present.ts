import { type Draft, DraftContent } from '../../contract/outbox'
import { isId } from '../../platform/ids'
import { type DraftRow, findUploads } from './compose.store'

/** Rows -> contract, with the files behind their uploads. */
export async function presentDrafts(userId: string, rows: DraftRow[]): Promise<Draft[]> {
  const contents = rows.map((row) => DraftContent.parse(row.content))
  const ids = contents.flatMap((content) => content.uploads).filter(isId)
  const files = new Map((await findUploads(userId, ids)).map((file) => [file.id, file]))
  return rows.map((row, at) => {
    const content = contents[at] as (typeof contents)[number]
    return {
      ...content,
      id: row.id,
      revision: row.revision,
      updatedAt: row.updatedAt.toISOString(),
      files: content.uploads.flatMap((id) => {
        const file = files.get(id)
        return file ? [{ id, name: file.name, type: file.type, size: file.size }] : []
      }),
    }
  })
}

export async function presentDraft(userId: string, row: DraftRow): Promise<Draft> {
  const [draft] = await presentDrafts(userId, [row])
  return draft as Draft
}
