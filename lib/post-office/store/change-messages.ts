// Message verbs of a mailbox. Each is one journal transaction.
import { StoreRefusal } from './change-folders'
import type { MailFolder } from './mail-folder'
import type { MailRecord } from './mail-record'
import type { MailStore } from './mail-store'

export type Placed = { uidValidity: number; uids: Map<number, number> }

/** Puts a message into a folder; answers its UID. Durable when it returns. */
export function addMessage(
  store: MailStore,
  folderPath: string,
  message: { raw: Uint8Array; flags: string[]; date: Date },
): number {
  const folder = mustHave(store, folderPath)
  const file = store.writeMessage(message.raw)
  const uid = folder.uidNext
  const row = { uid, file, flags: message.flags, date: message.date.getTime(), size: message.raw.length }
  store.commit([{ t: 'add', path: folder.path, message: { ...row, modseq: folder.modseq + 1 } }])
  return uid
}

/** Sets the flags of several messages; those that have them already are left alone. */
export function setFlags(store: MailStore, folder: MailFolder, wanted: Map<number, string[]>): void {
  const modseq = folder.modseq + 1
  const records: MailRecord[] = []
  for (const [uid, flags] of wanted) {
    const message = folder.messages.get(uid)
    if (!message || sameFlags(message.flags, flags)) continue
    records.push({ t: 'flags', path: folder.path, uid, flags, modseq })
  }
  store.commit(records)
}

function sameFlags(left: string[], right: string[]): boolean {
  return left.length === right.length && left.every((flag) => right.includes(flag))
}

/** Removes messages for good. */
export function removeMessages(store: MailStore, folder: MailFolder, uids: number[]): void {
  store.commit(removals(folder, uids))
}

/** Copies, or with `move` moves, messages; answers old UID -> new UID. */
export function placeMessages(
  store: MailStore,
  folder: MailFolder,
  uids: number[],
  targetPath: string,
  move: boolean,
): Placed {
  const target = mustHave(store, targetPath)
  const modseq = target.modseq + 1
  const uidMap = new Map<number, number>()
  const records: MailRecord[] = []
  for (const uid of uids) {
    const message = folder.messages.get(uid)
    if (!message) continue
    const newUid = target.uidNext + uidMap.size
    uidMap.set(uid, newUid)
    records.push({ t: 'add', path: target.path, message: { ...message, uid: newUid, modseq } })
  }
  const gone = move ? removals(folder, [...uidMap.keys()]) : []
  store.commit([...records, ...gone])
  return { uidValidity: target.uidValidity, uids: uidMap }
}

function removals(folder: MailFolder, uids: number[]): MailRecord[] {
  const modseq = folder.modseq + 1
  const there = uids.filter((uid) => folder.messages.has(uid))
  return there.map((uid) => ({ t: 'remove', path: folder.path, uid, modseq }))
}

function mustHave(store: MailStore, folderPath: string): MailFolder {
  const folder = store.folder(folderPath)
  if (!folder) throw new StoreRefusal('TRYCREATE', 'No such folder')
  return folder
}
