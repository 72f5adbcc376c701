import { wireFlag } from '../../mail/flag-name'
import type { ImapSession } from '../../protocols/imap/imap-session'
import { MailServerError } from '../../protocols/mail-server'
import { type FolderRow, foldersOf } from '../mailboxes/folders'
import { nextTry } from '../mailboxes/next-try'
import { withImap } from '../mailboxes/with-imap'
import { applyChanges, postponeChanges, refuseChange } from '../messages/settle-changes'
import { type PlacedChange, takeChanges } from '../messages/take-changes'
import { groupChanges } from './group-changes'
import { restoreMessage } from './restore-message'

const BATCH = 500
const MOST_LOOKUPS = 50

/**
 * Pushes what people did to the server, in their order. Each change ends applied, or undone with the server's words;
 * a lost connection is neither: it is tried again with back-off. Answers how many were taken; throws the
 * MailServerError after postponing.
 */
export async function pushChanges(mailboxId: string): Promise<number> {
  // stored as begun before anybody dials
  const changes = await takeChanges(mailboxId, BATCH)
  if (changes.length === 0) return 0
  const settled = new Set<bigint>()
  try {
    await withImap(mailboxId, async (session) => {
      const folders = new Map((await foldersOf(mailboxId)).map((folder) => [folder.id, folder]))
      for (const group of groupChanges(changes)) {
        // places were read at the start: a second change of the same message waits for the next round
        if (group.some((change) => changes.some((other) => isEarlierMove(other, change)))) break
        await pushGroup(session, mailboxId, folders, group)
        for (const change of group) settled.add(change.id)
      }
    })
  } finally {
    await giveBack(
      changes.filter((change) => !settled.has(change.id)),
      settled.size > 0,
    )
  }
  return changes.length
}

const isEarlierMove = (other: PlacedChange, change: PlacedChange) =>
  other.id < change.id && other.messageId === change.messageId && other.kind === 'move'

async function giveBack(changes: PlacedChange[], wasProgress: boolean): Promise<void> {
  if (changes.length === 0) return
  const attempts = Math.max(...changes.map((change) => change.attempts))
  const { waitMs } = nextTry(
    { failures: wasProgress ? 0 : attempts - 1, signInFailures: 0 },
    false,
    Math.random(),
  )
  await postponeChanges(changes, new Date(Date.now() + (wasProgress ? 0 : (waitMs ?? 0))))
}

type Folders = ReadonlyMap<string, FolderRow>

async function pushGroup(
  session: ImapSession,
  mailboxId: string,
  folders: Folders,
  group: PlacedChange[],
): Promise<void> {
  const folder = folders.get(group[0]?.at?.folderId ?? '')
  const uids = group.flatMap((change) => (change.at?.uid == null ? [] : [change.at.uid]))
  // gone on the server, or never found there again: as good as done
  if (!folder || uids.length === 0) return applyChanges(mailboxId, group)
  const { uidValidity } = await session.ensureFolder(folder.path)
  // null: the folder was never read, the UID is from a COPYUID
  if (folder.uidValidity !== null && uidValidity !== folder.uidValidity) {
    for (const change of group)
      await refuseChange(mailboxId, change, 'The folder was replaced on the mail server.')
    return
  }
  try {
    const uidMap = await perform(session, folders, group, uids)
    await applyChanges(mailboxId, group, uidMap)
  } catch (error) {
    if (!isRefusal(error)) throw error
    if (group.length > 1) {
      for (const change of group) await pushGroup(session, mailboxId, folders, [change])
    } else await refuse(session, mailboxId, folder, group[0], error.serverText)
  }
}

async function perform(
  session: ImapSession,
  folders: Folders,
  group: PlacedChange[],
  uids: bigint[],
): Promise<ReadonlyMap<bigint, bigint>> {
  const [first] = group
  if (first?.kind === 'flags') {
    const { add, remove } = first.payload
    await session.storeFlags(uids, add.map(wireFlag), remove.map(wireFlag))
  } else if (first?.kind === 'delete') await session.expungeMessages(uids)
  else if (first?.kind === 'move') {
    const target = folders.get(first.payload.toFolderId)
    if (!target) throw new MailServerError('command', 'refused', '', 'the target folder is gone')
    const { uidMap } = await session.moveMessages(uids, target.path)
    return uidMap.size > 0 ? uidMap : findMoved(session, target, group)
  }
  return new Map()
}

/** No COPYUID: the newest message of the same Message-ID in the target is taken for the one that was moved. */
async function findMoved(
  session: ImapSession,
  target: FolderRow,
  group: PlacedChange[],
): Promise<ReadonlyMap<bigint, bigint>> {
  const found = new Map<bigint, bigint>()
  await session.openFolder(target.path)
  for (const { headerId, at } of group.slice(0, MOST_LOOKUPS)) {
    const uid = headerId ? (await session.findByMessageId(headerId)).at(-1) : undefined
    if (uid !== undefined && at?.uid != null) found.set(at.uid, uid)
  }
  return found
}

async function refuse(
  session: ImapSession,
  mailboxId: string,
  folder: FolderRow,
  change: PlacedChange | undefined,
  words: string,
): Promise<void> {
  if (!change) return
  await refuseChange(mailboxId, change, words || 'The mail server refused.')
  if (change.kind === 'delete' && change.at?.uid != null) {
    await restoreMessage(session, folder, change.at.uid, change.messageId)
  }
}

const isRefusal = (error: unknown): error is MailServerError =>
  error instanceof MailServerError && error.step === 'command' && error.code === 'refused'
