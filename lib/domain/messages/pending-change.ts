import { z } from 'zod'

const Flags = z.object({
  seen: z.boolean(),
  answered: z.boolean(),
  flagged: z.boolean(),
  draft: z.boolean(),
  keywords: z.array(z.string()),
})
const Uid = z.string().regex(/^\d+$/).nullable()

/** Contract names of flags, and how the message was before. */
export const FlagsPayload = z.object({ add: z.array(z.string()), remove: z.array(z.string()), before: Flags })
/** Where the server has the message while the change is on its way; uid null while an earlier move is. */
export const MovePayload = z.object({ fromFolderId: z.string(), toFolderId: z.string(), uid: Uid })
export const DeletePayload = z.object({ fromFolderId: z.string(), uid: Uid })

export type FlagsPayload = z.infer<typeof FlagsPayload>
export type MovePayload = z.infer<typeof MovePayload>
export type DeletePayload = z.infer<typeof DeletePayload>

type Common = { id: bigint; messageId: string; attempts: number }
export type OpenChange = Common &
  (
    | { kind: 'flags'; payload: FlagsPayload }
    | { kind: 'move'; payload: MovePayload }
    | { kind: 'delete'; payload: DeletePayload }
  )

/** A row of PendingChange as the union it stands for. */
export function readChange(row: {
  id: bigint
  messageId: string
  attempts: number
  kind: string
  payload: unknown
}): OpenChange {
  const { id, messageId, attempts } = row
  const common = { id, messageId, attempts }
  if (row.kind === 'flags') return { ...common, kind: 'flags', payload: FlagsPayload.parse(row.payload) }
  if (row.kind === 'move') return { ...common, kind: 'move', payload: MovePayload.parse(row.payload) }
  return { ...common, kind: 'delete', payload: DeletePayload.parse(row.payload) }
}
