import { db } from '../../db/client'
import { updateMailbox } from './mailbox.store'

/** The whole cache was just found equal to the server. */
export const recordVerified = (mailboxId: string, at: Date = new Date()) =>
  updateMailbox(db(), mailboxId, { verifiedAt: at })
