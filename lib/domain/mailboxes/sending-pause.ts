import type { Tx } from '../../db/client'
import { clearPause, findPaused, setPause } from './sending-pause.store'

/** Ids of the mailboxes that must not send now. */
export const mailboxesPausedForSending = findPaused

/** The server asked for a pause (421, too many connections). */
export const pauseSending = (tx: Tx, mailboxId: string, seconds: number) => setPause(tx, mailboxId, seconds)

/** The server refused the sign-in: nothing more is tried until there is a new password, or somebody asks. */
export const stopSendingUntilSignIn = (tx: Tx, mailboxId: string) => setPause(tx, mailboxId, null)

/** Somebody asked to try now. */
export const resumeSending = (tx: Tx, mailboxId: string) => clearPause(tx, mailboxId)
