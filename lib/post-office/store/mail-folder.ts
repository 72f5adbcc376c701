// Folders of one mailbox in memory, and what each journal record does to them.
import type { MailRecord, StoredMessage } from './mail-record'

export type MailFolder = {
  /** as it goes over the wire: modified UTF-7, separator "/" (RFC 3501 section 5.1.3) */
  path: string
  uidValidity: number
  uidNext: number
  /** highest modification sequence ever used here (RFC 7162) */
  modseq: number
  /** special use, for example \Sent (RFC 6154) */
  use: string | null
  subscribed: boolean
  /** by UID, which is also the order of arrival */
  messages: Map<number, StoredMessage>
}

export type MailFolders = Map<string, MailFolder>

/** Applies one record. Records of folders that are gone are passed over, as a replay may contain them. */
export function applyRecord(folders: MailFolders, record: MailRecord): void {
  if (record.t === 'folder') {
    const { t: _, ...folder } = record
    folders.set(record.path, { ...folder, messages: new Map() })
    return
  }
  const folder = folders.get(record.path)
  if (!folder) return
  if (record.t === 'no-folder') folders.delete(record.path)
  if (record.t === 'rename') renameFolder(folders, folder, record.to)
  if (record.t === 'subscribe') folder.subscribed = record.on
  if (record.t === 'add') addMessage(folder, record.message)
  if (record.t === 'flags') changeFlags(folder, record)
  if (record.t === 'remove') {
    folder.messages.delete(record.uid)
    folder.modseq = Math.max(folder.modseq, record.modseq)
  }
}

function renameFolder(folders: MailFolders, folder: MailFolder, to: string): void {
  folders.delete(folder.path)
  folder.path = to
  folders.set(to, folder)
}

function addMessage(folder: MailFolder, message: StoredMessage): void {
  folder.messages.set(message.uid, { ...message })
  folder.uidNext = Math.max(folder.uidNext, message.uid + 1)
  folder.modseq = Math.max(folder.modseq, message.modseq)
}

function changeFlags(folder: MailFolder, change: { uid: number; flags: string[]; modseq: number }): void {
  const message = folder.messages.get(change.uid)
  if (!message) return
  message.flags = change.flags
  message.modseq = change.modseq
  folder.modseq = Math.max(folder.modseq, change.modseq)
}

/** The records that make an empty mailbox into this one. */
export function recordsOf(folders: MailFolders): MailRecord[] {
  return [...folders.values()].flatMap((folder) => {
    const { messages, ...rest } = folder
    const added = [...messages.values()].map((message): MailRecord => {
      return { t: 'add', path: folder.path, message }
    })
    return [{ t: 'folder', ...rest } satisfies MailRecord, ...added]
  })
}
