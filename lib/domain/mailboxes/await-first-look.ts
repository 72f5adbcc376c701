import { setTimeout as pause } from 'node:timers/promises'
import { countWithoutFirstLook } from './mailbox.store'

const LOOK_AGAIN = 25

/**
 * Waits until each mailbox of the person has an inbox to show, or is in trouble, `patience` ms at most. At the very
 * first sign-in the worker needs a moment; a page that is made without the list asks for it four times over.
 */
export async function awaitFirstLook(userId: string, patience: number): Promise<void> {
  const end = Date.now() + patience
  while ((await countWithoutFirstLook(userId)) > 0 && Date.now() < end) await pause(LOOK_AGAIN)
}
