import { processSingleton } from '../../platform/process-singleton'
import { MailServerError } from '../mail-server'
import type { ImapSession } from './imap-session'

type Slot = { session: ImapSession; idleTimer: NodeJS.Timeout | undefined }
type Waiter = { go: () => void }
type Lane = { idle: Slot[]; busy: number; waiters: Waiter[] }

/** Beside this pool a mailbox has at most one watched connection in the worker and one pool in each process. */
const LIMIT = 1
const IDLE_MS = 60_000
const WAIT_MS = 45_000

const lanes = () => processSingleton('imap-pool', () => new Map<string, Lane>())

/**
 * Lends a session of `key` to `work`, alone; connects when none is idle, waits in line when all are lent.
 * A session whose work failed on the wire is closed, not lent again.
 */
export async function withPooledSession<T>(
  key: string,
  connect: () => Promise<ImapSession>,
  work: (session: ImapSession) => Promise<T>,
): Promise<T> {
  const lane = laneOf(key)
  await takeTurn(lane, key)
  let session: ImapSession | null = null
  try {
    session = takeIdle(lane) ?? (await connect())
    return await work(session)
  } catch (error) {
    if (session && !isRefusal(error)) {
      await session.close()
      session = null
    }
    throw error
  } finally {
    if (session) giveBack(lane, session)
    endTurn(lane, key)
  }
}

/** How many wait for a session of `key`: long work makes room when somebody does. */
export function waitingFor(key: string): number {
  return lanes().get(key)?.waiters.length ?? 0
}

/** Closes the idle sessions of one key, or of all: after a change of password, and at shutdown. */
export async function closeIdleSessions(key?: string): Promise<void> {
  const chosen = [...lanes()].filter(([name]) => key === undefined || name === key)
  const slots = chosen.flatMap(([, lane]) => lane.idle.splice(0))
  for (const slot of slots) clearTimeout(slot.idleTimer)
  await Promise.all(slots.map((slot) => slot.session.close()))
}

function laneOf(key: string): Lane {
  const lane = lanes().get(key) ?? { idle: [], busy: 0, waiters: [] }
  lanes().set(key, lane)
  return lane
}

function takeTurn(lane: Lane, key: string): Promise<void> {
  if (lane.busy < LIMIT) {
    lane.busy += 1
    return Promise.resolve()
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      lane.waiters = lane.waiters.filter((other) => other !== waiter)
      reject(new MailServerError('connect', 'busy', key, 'all connections of this mailbox are in use'))
    }, WAIT_MS)
    const waiter: Waiter = {
      go: () => {
        clearTimeout(timer)
        resolve()
      },
    }
    lane.waiters.push(waiter)
  })
}

/** The turn goes to the next in line, else it is free. */
function endTurn(lane: Lane, key: string): void {
  const next = lane.waiters.shift()
  if (next) {
    next.go()
    return
  }
  lane.busy -= 1
  if (lane.busy === 0 && lane.idle.length === 0) lanes().delete(key)
}

function takeIdle(lane: Lane): ImapSession | null {
  for (let slot = lane.idle.pop(); slot; slot = lane.idle.pop()) {
    clearTimeout(slot.idleTimer)
    if (slot.session.isUsable) return slot.session
    void slot.session.close()
  }
  return null
}

function giveBack(lane: Lane, session: ImapSession): void {
  if (!session.isUsable) {
    void session.close()
    return
  }
  const slot: Slot = { session, idleTimer: undefined }
  slot.idleTimer = setTimeout(() => {
    lane.idle = lane.idle.filter((other) => other !== slot)
    void session.close()
  }, IDLE_MS)
  slot.idleTimer.unref()
  lane.idle.push(slot)
}

/** The server said no and is ready for the next command; anything else leaves the session in doubt. */
const isRefusal = (error: unknown) =>
  error instanceof MailServerError &&
  error.step === 'command' &&
  ['refused', 'too-large'].includes(error.code)
