import { z } from 'zod'
import type { Db } from '../../db/client'
import { notifyWorker } from './mailbox.store'

/** The PostgreSQL channel on which the worker is woken. */
export const WORK_CHANNEL = 'posthorn_work'

/** What the worker is asked to look at; it reads everything else from the tables. */
export const WorkHint = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('mailbox'), mailboxId: z.string() }),
  z.strictObject({ kind: z.literal('folder'), mailboxId: z.string(), folderId: z.string() }),
  z.strictObject({ kind: z.literal('changes'), mailboxId: z.string() }),
])
export type WorkHint = z.infer<typeof WorkHint>

/** Heard by the worker at commit, and only then. A lost hint costs time, nothing else: the worker looks round anyway. */
export function askWorker(tx: Db, hint: WorkHint): Promise<void> {
  return notifyWorker(tx, JSON.stringify(hint))
}
