// What the domain may ask of an IMAP server. Implemented by imapflow-session.ts, made by connect-imap.ts;
// nothing of imapflow leaks.
import type { FolderRole } from '../../mail/folder-role'

export type RemoteFolder = {
  path: string
  name: string
  delimiter: string
  role: FolderRole | null
  selectable: boolean
  subscribed: boolean
}

export type FolderStatus = {
  path: string
  uidValidity: bigint
  uidNext: bigint
  /** 0n when the server has no CONDSTORE */
  highestModseq: bigint
  exists: number
}

/** One part of a message as BODYSTRUCTURE describes it (RFC 9051 section 7.5.2). */
export type PartNode = {
  /** IMAP section, for example 1.2; TEXT-less single part: 1 */
  section: string
  type: string
  parameters: Record<string, string>
  disposition: string | null
  dispositionParameters: Record<string, string>
  contentId: string | null
  encoding: string
  /** encoded size in bytes */
  size: number
  children: PartNode[]
}

export type RemoteMessage = {
  uid: bigint
  modseq: bigint
  emailId: string | null
  flags: string[]
  internalDate: Date
  size: number
  /** raw header lines needed for the cache: Message-ID, In-Reply-To, References, Date, Subject and addresses */
  header: Uint8Array
  structure: PartNode | null
}

export type RemoteFlags = { uid: bigint; flags: string[]; modseq: bigint }

export type MoveOutcome = {
  /** source UID -> target UID, empty when the server does not say (no UIDPLUS) */
  uidMap: Map<bigint, bigint>
  targetUidValidity: bigint | null
}

export type FolderHint = { kind: 'exists' | 'expunge' | 'flags' | 'closed' }

/** One signed-in connection. Every call has a time-out and throws MailServerError. Not for parallel use. */
export interface ImapSession {
  readonly capabilities: ReadonlySet<string>
  readonly isUsable: boolean
  listFolders(): Promise<RemoteFolder[]>
  /** SELECTs (or EXAMINEs) and answers what the server said while doing so. */
  openFolder(path: string, options?: { readOnly?: boolean }): Promise<FolderStatus>
  /** Like openFolder, but a folder that is open already is not opened again: its numbers may be old. */
  ensureFolder(path: string): Promise<{ uidValidity: bigint }>
  /** STATUS of a folder that need not be open. */
  folderStatus(path: string): Promise<FolderStatus>
  /** Headers of a UID range of the open folder, in any order; missing UIDs are normal (expunged meanwhile). */
  fetchMessages(range: { from: bigint; to: bigint }): AsyncIterable<RemoteMessage>
  /** UID and flags of a UID range, or only of what changed since a modseq (CONDSTORE). */
  fetchFlags(range: { from: bigint; to: bigint }, changedSince?: bigint): AsyncIterable<RemoteFlags>
  /** UID bounds of the newest `count` messages of the open folder, below `belowUid` if given; null when none. */
  newestRange(count: number, belowUid?: bigint): Promise<{ from: bigint; to: bigint } | null>
  /** At most maxBytes of one section as it is stored (not decoded), from byte `start`; null when it is gone. */
  fetchPart(uid: bigint, section: string, maxBytes: number, start?: number): Promise<Uint8Array | null>
  /** The first maxBytes of sections of several messages at once; what is gone is not in the answer. */
  fetchParts(wanted: { uid: bigint; section: string }[], maxBytes: number): Promise<Map<bigint, Uint8Array>>
  /** The whole message as raw bytes; null when it is gone. Throws code too-large above maxBytes. */
  fetchSource(uid: bigint, maxBytes: number): Promise<Uint8Array | null>
  storeFlags(uids: bigint[], add: string[], remove: string[]): Promise<void>
  /** MOVE, or COPY + STORE + UID EXPUNGE. Never a bare EXPUNGE. */
  moveMessages(uids: bigint[], targetPath: string): Promise<MoveOutcome>
  /** STORE \Deleted + UID EXPUNGE: for messages already in Trash. */
  expungeMessages(uids: bigint[]): Promise<void>
  appendMessage(path: string, raw: Uint8Array, flags: string[], date: Date): Promise<{ uid: bigint | null }>
  /** UIDs in the open folder whose Message-ID header is exactly this. */
  findByMessageId(messageId: string): Promise<bigint[]>
  createFolder(path: string): Promise<void>
  /** Waits in IDLE (or polls with NOOP) until something happens in the open folder or the signal aborts (null). */
  waitForHint(signal: AbortSignal): Promise<FolderHint | null>
  close(): Promise<void>
}
