import { appendMessage, createFolder, findByMessageId } from './append-message'
import { expungeMessages, moveMessages, storeFlags } from './change-messages'
import { type Connection, openMailbox } from './connection'
import { fetchFlags, fetchMessages } from './fetch-messages'
import { fetchPart, fetchParts, fetchSource } from './fetch-part'
import { Hints } from './hints'
import type { ImapSession } from './imap-session'
import { listFolders } from './list-folders'
import { newestRange, type Position } from './newest-range'
import { folderStatus, openFolder } from './open-folder'

const LOGOUT_MS = 1_500

/** ImapSession over one connected imapflow client; each verb is a file of its own. */
export class ImapFlowSession implements ImapSession {
  private readonly hints: Hints
  private position: Position | null = null

  constructor(private readonly connection: Connection) {
    this.hints = new Hints(connection.client)
  }

  get capabilities(): ReadonlySet<string> {
    return new Set(this.connection.client.capabilities.keys())
  }

  get isUsable(): boolean {
    return this.connection.client.usable
  }

  listFolders = () => listFolders(this.connection)
  folderStatus = (path: string) => folderStatus(this.connection, path)

  async openFolder(path: string, options?: { readOnly?: boolean }) {
    this.position = null
    const status = await openFolder(this.connection, path, options)
    this.hints.clear()
    return status
  }

  async ensureFolder(path: string) {
    const open = this.connection.client.mailbox
    if (open && open.path === path && !open.readOnly) return { uidValidity: open.uidValidity }
    return this.openFolder(path)
  }

  fetchMessages = (range: { from: bigint; to: bigint }) => fetchMessages(this.connection, range)
  fetchFlags = (range: { from: bigint; to: bigint }, changedSince?: bigint) =>
    fetchFlags(this.connection, range, changedSince)

  async newestRange(count: number, belowUid?: bigint) {
    const found = await newestRange(this.connection, count, belowUid, this.position)
    this.position = found?.position ?? null
    return found?.range ?? null
  }

  fetchPart = (uid: bigint, section: string, maxBytes: number, start?: number) =>
    fetchPart(this.connection, uid, section, maxBytes, start)
  fetchParts = (wanted: { uid: bigint; section: string }[], maxBytes: number) =>
    fetchParts(this.connection, wanted, maxBytes)
  fetchSource = (uid: bigint, maxBytes: number) => fetchSource(this.connection, uid, maxBytes)
  storeFlags = (uids: bigint[], add: string[], remove: string[]) =>
    storeFlags(this.connection, uids, add, remove)
  moveMessages = (uids: bigint[], targetPath: string) => moveMessages(this.connection, uids, targetPath)
  expungeMessages = (uids: bigint[]) => expungeMessages(this.connection, uids)
  appendMessage = (path: string, raw: Uint8Array, flags: string[], date: Date) =>
    appendMessage(this.connection, path, raw, flags, date)
  findByMessageId = (messageId: string) => findByMessageId(this.connection, messageId)
  createFolder = (path: string) => createFolder(this.connection, path)

  waitForHint(signal: AbortSignal) {
    openMailbox(this.connection)
    return this.hints.next(signal)
  }

  async close() {
    const { client } = this.connection
    const late = new Promise((resolve) => setTimeout(resolve, LOGOUT_MS).unref())
    if (client.usable) await Promise.race([client.logout().catch(() => undefined), late])
    client.close()
  }
}
