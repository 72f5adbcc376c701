import { folderById, foldersOf } from '../lib/domain/mailboxes/folders'
import { nextTry } from '../lib/domain/mailboxes/next-try'
import { recordWellness } from '../lib/domain/mailboxes/record-trouble'
import { withImap } from '../lib/domain/mailboxes/with-imap'
import { nextPushAt } from '../lib/domain/messages/take-changes'
import { backfillFolder } from '../lib/domain/sync/backfill-folder'
import { fetchPreviews } from '../lib/domain/sync/fetch-previews'
import { pollFolders } from '../lib/domain/sync/poll-folders'
import { pushChanges } from '../lib/domain/sync/push-changes'
import { syncFolder } from '../lib/domain/sync/sync-folder'
import { syncFolderList } from '../lib/domain/sync/sync-folder-list'
import { log } from '../lib/platform/log'
import { waitingFor } from '../lib/protocols/imap/session-pool'
import { MailServerError } from '../lib/protocols/mail-server'
import type { Agenda } from './agenda'
import { Gate } from './gate'
import { pause } from './pause'
import { releaseMemory } from './release-memory'

const POLL_MS = 60_000
const LIST_MS = 5 * 60_000
const SLICE_MS = 1_000
/** Over all mailboxes: first synchronisations are big, and nobody waits for their end. */
const filling = new Gate(2)
const CROWDED_MS = 300

type Clock = {
  polledAt: number
  listedAt: number
  pushAt: number
  isFilling: boolean
  previewed: Set<string>
}

/**
 * Everything of a mailbox but watching INBOX, one short task after the other on the pooled session, the most urgent
 * first. Ends with the signal; throws what makes the mailbox unusable, a refused sign-in.
 */
export async function tendFolders(mailboxId: string, agenda: Agenda, signal: AbortSignal): Promise<void> {
  const clock: Clock = {
    polledAt: 0,
    listedAt: Date.now(),
    pushAt: 0,
    isFilling: false,
    previewed: new Set(),
  }
  let failures = 0
  while (!signal.aborted) {
    try {
      const restMs = await doNext(mailboxId, agenda, clock, signal)
      failures = 0
      if (restMs > 0) await agenda.rest(restMs, signal)
    } catch (error) {
      if (error instanceof MailServerError && error.step === 'sign-in') throw error
      if (signal.aborted) return
      log.warn({ mailboxId, err: error }, 'a task of the mailbox failed; it is tried again')
      const { waitMs } = nextTry({ failures: failures++, signInFailures: 0 }, false, Math.random())
      await pause(Math.max(500, waitMs ?? 0), signal)
      agenda.pushSoon()
    }
  }
}

/** Does the most urgent task; answers how long to rest after it, 0 when there is more to do. */
async function doNext(mailboxId: string, agenda: Agenda, clock: Clock, signal: AbortSignal): Promise<number> {
  const mayGoOn = () => !signal.aborted && !agenda.isUrgent && waitingFor(mailboxId) === 0
  if (agenda.takeChanges() || Date.now() >= clock.pushAt) {
    if ((await pushChanges(mailboxId)) > 0) agenda.pushSoon()
    // asked anyway with each poll, in case a notification was lost
    clock.pushAt = (await nextPushAt(mailboxId))?.getTime() ?? Date.now() + POLL_MS
    return 0
  }
  const asked = agenda.takeFolder()
  if (asked) {
    if ((await folderById(asked))?.selectable) {
      await withImap(mailboxId, (session) => syncFolder(session, asked, 'open'))
    }
    clock.previewed.delete(asked)
    return 0
  }
  if (Date.now() - clock.polledAt >= POLL_MS) return pollAll(mailboxId, clock, mayGoOn)
  const filled = await fillNext(mailboxId, mayGoOn)
  if (filled !== 'done') {
    clock.isFilling = true
    return filled === 'more' ? 0 : CROWDED_MS
  }
  if (await previewNext(mailboxId, clock)) return 0
  if (clock.isFilling) releaseMemory()
  clock.isFilling = false
  return Math.max(200, Math.min(clock.polledAt + POLL_MS, clock.pushAt) - Date.now())
}

async function pollAll(mailboxId: string, clock: Clock, mayGoOn: () => boolean): Promise<number> {
  await withImap(mailboxId, async (session) => {
    if (Date.now() - clock.listedAt >= LIST_MS) {
      await syncFolderList(session, mailboxId)
      clock.listedAt = Date.now()
    }
    if (await pollFolders(session, mailboxId, mayGoOn)) {
      clock.polledAt = Date.now()
      clock.previewed.clear()
    }
  })
  return 0
}

/** A slice of the first synchronisation, INBOX first; `crowded` when others have their turn. */
async function fillNext(mailboxId: string, mayGoOn: () => boolean): Promise<'more' | 'crowded' | 'done'> {
  const open = (await foldersOf(mailboxId)).find(
    (folder) => folder.selectable && folder.lowUid !== null && folder.lowUid > 1n,
  )
  if (!open) {
    const isWaiting = (await foldersOf(mailboxId)).some(
      (folder) => folder.selectable && folder.lowUid === null,
    )
    if (!isWaiting) await recordWellness(mailboxId, 'ready')
    return 'done'
  }
  const hadTurn = await filling.tryRun(() =>
    withImap(mailboxId, (session) => backfillFolder(session, open.id, SLICE_MS, mayGoOn)),
  )
  return hadTurn ? 'more' : 'crowded'
}

/** First words of one folder's newest messages; false when every folder has them. */
async function previewNext(mailboxId: string, clock: Clock): Promise<boolean> {
  const next = (await foldersOf(mailboxId)).find(
    (folder) => folder.selectable && !clock.previewed.has(folder.id),
  )
  if (!next) return false
  const hasMore = await withImap(mailboxId, (session) => fetchPreviews(session, next.id))
  if (!hasMore) clock.previewed.add(next.id)
  return true
}
