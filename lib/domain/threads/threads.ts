// What the higher steps may ask of threads.
import { lockThreadsOf } from './thread.store'

/** Every change of a mailbox's cache by synchronisation begins with this, so that two never deadlock. */
export const lockThreads = lockThreadsOf
