// What the higher steps may ask of threads.
import { findThread, lockThreadsOf } from './thread.store'

export const threadById = findThread

/** Every change of a mailbox's cache by synchronisation begins with this, so that two never deadlock. */
export const lockThreads = lockThreadsOf
