import { folderOfRole, foldersOf } from '../lib/domain/mailboxes/folders'
import { recordTrouble, recordWellness } from '../lib/domain/mailboxes/record-trouble'
import { watchState } from '../lib/domain/mailboxes/watchable-mailboxes'
import { connectMailbox } from '../lib/domain/mailboxes/with-imap'
import { fetchPreviews } from '../lib/domain/sync/fetch-previews'
import { syncFolder } from '../lib/domain/sync/sync-folder'
import { syncFolderList } from '../lib/domain/sync/sync-folder-list'
import { log } from '../lib/platform/log'
import type { FolderHint, ImapSession } from '../lib/protocols/imap/imap-session'
import { closeIdleSessions } from '../lib/protocols/imap/session-pool'
import { MailServerError } from '../lib/protocols/mail-server'
import { Agenda } from './agenda'
import { pause } from './pause'
import { tendFolders } from './tend-folders'

const LOOK_ANYWAY_MS = 5 * 60_000
const AFTER_BUG_MS = 5_000
/** Pauses end early for a new password; without one a pause is looked at anew at least this often. */
const LONGEST_PAUSE_MS = 60_000

/** One mailbox: connected and in IDLE, or waiting for its next try. */
export class MailboxWatch {
  readonly agenda = new Agenda()
  private readonly stopped = new AbortController()
  private reconnect = new AbortController()
  readonly ended: Promise<void>

  constructor(private readonly mailboxId: string) {
    this.ended = this.run()
  }

  /** The mailbox was renewed, for example with another password: connects anew, at once. */
  renew(): void {
    this.reconnect.abort()
  }

  async stop(): Promise<void> {
    this.stopped.abort()
    await this.ended
  }

  private async run(): Promise<void> {
    while (!this.stopped.signal.aborted) {
      this.reconnect = new AbortController()
      const signal = AbortSignal.any([this.stopped.signal, this.reconnect.signal])
      try {
        const state = await watchState(this.mailboxId)
        if (!state || state.isSignedOut) break
        const waitMs = (state.nextTryAt?.getTime() ?? 0) - Date.now()
        if (waitMs > 0) await pause(Math.min(waitMs, LONGEST_PAUSE_MS), signal)
        else await this.watch(signal)
      } catch (error) {
        await this.note(error, signal)
      }
    }
    await closeIdleSessions(this.mailboxId)
  }

  private async note(error: unknown, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return
    const { mailboxId } = this
    try {
      if (error instanceof MailServerError) {
        log.warn({ mailboxId, step: error.step, code: error.code }, 'the mailbox cannot be reached')
        await recordTrouble(mailboxId, error)
        return
      }
      log.error({ mailboxId, err: error }, 'watching the mailbox failed')
    } catch (second) {
      log.error({ mailboxId, err: second }, 'the trouble could not be stored')
    }
    await pause(AFTER_BUG_MS, signal)
  }

  private async watch(signal: AbortSignal): Promise<void> {
    const { mailboxId, agenda } = this
    const session = await connectMailbox(mailboxId)
    const over = new AbortController()
    const both = AbortSignal.any([signal, over.signal])
    let tending: Promise<void> = Promise.resolve()
    try {
      const inboxId = await begin(session, mailboxId)
      tending = tendFolders(mailboxId, agenda, both).finally(() => over.abort())
      tending.catch(() => undefined)
      if (inboxId) await followInbox(session, inboxId, both)
    } finally {
      over.abort()
      await Promise.all([session.close(), tending])
    }
  }
}

/** Folders, and the first screenful of INBOX; answers the INBOX's id. */
async function begin(session: ImapSession, mailboxId: string): Promise<string | null> {
  await syncFolderList(session, mailboxId)
  const inbox = await folderOfRole(mailboxId, 'inbox')
  if (inbox) await syncFolder(session, inbox.id, 'poll')
  const isWhole = (await foldersOf(mailboxId)).every((folder) => !folder.selectable || folder.lowUid === 1n)
  await recordWellness(mailboxId, isWhole ? 'ready' : 'syncing', [...session.capabilities])
  if (inbox) await fetchPreviews(session, inbox.id)
  return inbox?.id ?? null
}

async function followInbox(session: ImapSession, inboxId: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const hint = await hintWithin(session, LOOK_ANYWAY_MS, signal)
    if (signal.aborted) return
    if (hint?.kind === 'closed') {
      throw new MailServerError('command', 'closed', 'imap', 'the server closed the connection')
    }
    await syncFolder(session, inboxId, hint?.kind ?? 'poll')
    if (hint?.kind === 'exists') await fetchPreviews(session, inboxId)
  }
}

/** The next hint; null when none came in `ms`. (AbortSignal.any on a long-lived signal would hold every round.) */
async function hintWithin(session: ImapSession, ms: number, signal: AbortSignal): Promise<FolderHint | null> {
  const over = new AbortController()
  const end = () => over.abort()
  const timer = setTimeout(end, ms)
  signal.addEventListener('abort', end)
  try {
    return await session.waitForHint(over.signal)
  } finally {
    clearTimeout(timer)
    signal.removeEventListener('abort', end)
  }
}
