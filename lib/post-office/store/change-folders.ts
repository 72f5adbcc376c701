// Folder verbs of a mailbox: create, delete, rename. Separator is "/".
import type { MailRecord } from './mail-record'
import type { MailStore } from './mail-store'

/** A request the store cannot carry out; `code` is an IMAP response code (RFC 5530). */
export class StoreRefusal extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.name = 'StoreRefusal'
    this.code = code
  }
}

/** INBOX has one spelling (RFC 3501 section 5.1); the names below it keep theirs. */
export function canonicalPath(folderPath: string): string {
  const trimmed = folderPath.replace(/\/+$/, '')
  return trimmed.replace(/^inbox(?=\/|$)/i, 'INBOX')
}

/** Creates a folder and the parents it lacks. `use` is a special use such as \Sent, or null. */
export function createFolder(store: MailStore, folderPath: string, use: string | null, now: Date): void {
  const target = canonicalPath(folderPath)
  if (!target || /[\r\n*%]|\/\/|^\//.test(target)) throw new StoreRefusal('CANNOT', 'Not a folder name')
  if (store.folder(target)) throw new StoreRefusal('ALREADYEXISTS', 'Folder exists')
  const steps = target.split('/')
  const paths = steps.map((_, index) => steps.slice(0, index + 1).join('/'))
  const missing = paths.filter((path) => !store.folder(path))
  let uidValidity = nextUidValidity(store, now)
  const records = missing.map((path): MailRecord => {
    const own = path === target ? use : null
    return {
      t: 'folder',
      path,
      uidValidity: uidValidity++,
      uidNext: 1,
      modseq: 1,
      use: own,
      subscribed: true,
    }
  })
  store.commit(records)
}

/** Seconds since 1970, and always more than any in use: a folder made anew never looks like the old one. */
function nextUidValidity(store: MailStore, now: Date): number {
  const used = [...store.folders.values()].map((folder) => folder.uidValidity)
  return Math.max(Math.floor(now.getTime() / 1000), ...used.map((value) => value + 1))
}

/** Deletes a folder and its messages. INBOX and a folder with children stay. */
export function deleteFolder(store: MailStore, folderPath: string): void {
  const target = canonicalPath(folderPath)
  if (target === 'INBOX') throw new StoreRefusal('CANNOT', 'INBOX cannot be deleted')
  if (!store.folder(target)) throw new StoreRefusal('NONEXISTENT', 'No such folder')
  if (childrenOf(store, target).length > 0)
    throw new StoreRefusal('HASCHILDREN', 'Folder has folders below it')
  store.commit([{ t: 'no-folder', path: target }])
}

/** Renames a folder and all below it. INBOX is not renamed here. */
export function renameFolder(store: MailStore, from: string, to: string): void {
  const source = canonicalPath(from)
  const target = canonicalPath(to)
  if (source === 'INBOX' || target.startsWith(`${source}/`))
    throw new StoreRefusal('CANNOT', 'Cannot rename so')
  if (!store.folder(source)) throw new StoreRefusal('NONEXISTENT', 'No such folder')
  if (!target || store.folder(target)) throw new StoreRefusal('ALREADYEXISTS', 'Folder exists')
  const moved = [source, ...childrenOf(store, source)]
  store.commit(moved.map((path) => ({ t: 'rename', path, to: target + path.slice(source.length) })))
}

/** Paths below a folder. */
export function childrenOf(store: MailStore, folderPath: string): string[] {
  return [...store.folders.keys()].filter((path) => path.startsWith(`${folderPath}/`))
}
