// LIST, LSUB, STATUS, CREATE, DELETE, RENAME, SUBSCRIBE.
import { canonicalPath, childrenOf, createFolder, deleteFolder, renameFolder } from '../store/change-folders'
import type { MailFolder } from '../store/mail-folder'
import { type ImapSession, Refused } from './session'
import { itemsOf, textOfValue, type Value } from './syntax'
import { astring } from './wire'

export async function listFolders(session: ImapSession, args: Value[]): Promise<string> {
  const pattern = textOfValue(args[1])
  if (pattern === '') await session.untagged(['LIST (\\Noselect) "/" ""'])
  else await answerList(session, 'LIST', textOfValue(args[0]) + pattern, () => true)
  return 'LIST completed'
}

export async function listSubscribed(session: ImapSession, args: Value[]): Promise<string> {
  const pattern = textOfValue(args[0]) + textOfValue(args[1])
  await answerList(session, 'LSUB', pattern, (folder) => folder.subscribed)
  return 'LSUB completed'
}

async function answerList(
  session: ImapSession,
  name: string,
  pattern: string,
  isWanted: (folder: MailFolder) => boolean,
): Promise<void> {
  const source = pattern
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/%+/g, '[^/]*')
  const matcher = new RegExp(`^${source}$`, 's')
  for (const folder of session.store.folders.values()) {
    if (!isWanted(folder) || !(matcher.test(folder.path) || isInbox(folder, pattern))) continue
    const below = childrenOf(session.store, folder.path).length > 0 ? '\\HasChildren' : '\\HasNoChildren'
    const attributes = folder.use ? `${below} ${folder.use}` : below
    await session.untagged([`${name} (${attributes}) "/" `, astring(folder.path)])
  }
}

function isInbox(folder: MailFolder, pattern: string): boolean {
  return folder.path === 'INBOX' && pattern.toUpperCase() === 'INBOX'
}

export async function status(session: ImapSession, args: Value[]): Promise<string> {
  const folder = session.store.folder(canonicalPath(textOfValue(args[0])))
  if (!folder) throw new Refused('NONEXISTENT', 'No such folder')
  const messages = [...folder.messages.values()]
  const values: Record<string, number | undefined> = {
    MESSAGES: messages.length,
    RECENT: 0,
    UIDNEXT: folder.uidNext,
    UIDVALIDITY: folder.uidValidity,
    UNSEEN: messages.filter((message) => !message.flags.includes('\\Seen')).length,
    HIGHESTMODSEQ: folder.modseq,
  }
  const asked = itemsOf(args[1]).map((item) => textOfValue(item).toUpperCase())
  session.isCondstore ||= asked.includes('HIGHESTMODSEQ')
  const answers = asked.filter((name) => values[name] !== undefined).map((name) => `${name} ${values[name]}`)
  await session.untagged(['STATUS ', astring(folder.path), ` (${answers.join(' ')})`])
  return 'STATUS completed'
}

/** CREATE name, or CREATE name (USE (\Sent)) (RFC 6154 section 3). */
export function create(session: ImapSession, args: Value[]): string {
  const options = args[1]?.kind === 'list' ? args[1].items : []
  const use = options[1]?.kind === 'list' ? options[1].items[0] : undefined
  createFolder(session.store, textOfValue(args[0]), use ? textOfValue(use) : null, session.clock())
  return 'CREATE completed'
}

export function remove(session: ImapSession, args: Value[]): string {
  deleteFolder(session.store, textOfValue(args[0]))
  return 'DELETE completed'
}

export function rename(session: ImapSession, args: Value[]): string {
  renameFolder(session.store, textOfValue(args[0]), textOfValue(args[1]))
  return 'RENAME completed'
}

export function subscribe(session: ImapSession, args: Value[], on: boolean): string {
  const path = canonicalPath(textOfValue(args[0]))
  if (!session.store.folder(path)) throw new Refused('NONEXISTENT', 'No such folder')
  session.store.commit([{ t: 'subscribe', path, on }])
  return on ? 'SUBSCRIBE completed' : 'UNSUBSCRIBE completed'
}
