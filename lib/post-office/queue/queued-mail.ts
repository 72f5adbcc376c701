// What waits in a mail server's queue, as it is written on the disk.
import { z } from 'zod'

export const QueuedMail = z.object({
  id: z.string(),
  /** envelope sender; empty for a bounce, which is never bounced again (RFC 5321 section 6.1) */
  from: z.string(),
  /** recipients still to be delivered to */
  to: z.array(z.string()).min(1),
  queuedAt: z.number(),
  attempts: z.number().int(),
  nextAttemptAt: z.number(),
  /** the next server's last words, or why it could not be reached */
  lastReply: z.string(),
})

export type QueuedMail = z.infer<typeof QueuedMail>
