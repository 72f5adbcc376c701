// The lines of a mailbox's journal. Disk is a door: lines are parsed when the journal is read.
import { z } from 'zod'

const StoredMessage = z.object({
  uid: z.number().int().positive(),
  /** name of the file with the raw bytes; copies of a message share one */
  file: z.string(),
  flags: z.array(z.string()),
  /** INTERNALDATE, milliseconds since 1970 */
  date: z.number(),
  size: z.number().int(),
  modseq: z.number().int(),
})

const MailRecord = z.discriminatedUnion('t', [
  z.object({
    t: z.literal('folder'),
    path: z.string(),
    uidValidity: z.number().int(),
    uidNext: z.number().int(),
    modseq: z.number().int(),
    use: z.string().nullable(),
    subscribed: z.boolean(),
  }),
  z.object({ t: z.literal('no-folder'), path: z.string() }),
  z.object({ t: z.literal('rename'), path: z.string(), to: z.string() }),
  z.object({ t: z.literal('subscribe'), path: z.string(), on: z.boolean() }),
  z.object({ t: z.literal('add'), path: z.string(), message: StoredMessage }),
  z.object({
    t: z.literal('flags'),
    path: z.string(),
    uid: z.number(),
    flags: z.array(z.string()),
    modseq: z.number(),
  }),
  z.object({ t: z.literal('remove'), path: z.string(), uid: z.number(), modseq: z.number() }),
])

/** One journal line: changes that happen together or not at all, so that a MOVE is never half done. */
export const Transaction = z.array(MailRecord)

export type StoredMessage = z.infer<typeof StoredMessage>
export type MailRecord = z.infer<typeof MailRecord>
