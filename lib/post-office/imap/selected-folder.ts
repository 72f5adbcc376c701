// What one client has been told about the folder it has open, and how it learns of changes by others.
import type { MailFolder } from '../store/mail-folder'
import type { StoredMessage } from '../store/mail-record'
import { isInSet, parseSequenceSet } from './syntax'
import { list, type Wire } from './wire'

export type Numbered = { seq: number; message: StoredMessage }

export class SelectedFolder {
  readonly folder: MailFolder
  readonly isReadOnly: boolean
  /** UIDs by sequence number, as the client knows them: only announceChanges alters it */
  private uids: number[]
  private announcedModseq: number

  constructor(folder: MailFolder, isReadOnly: boolean) {
    this.folder = folder
    this.isReadOnly = isReadOnly
    this.uids = [...folder.messages.keys()]
    this.announcedModseq = folder.modseq
  }

  /** Messages of a set of UIDs or sequence numbers that are still there, in order. Throws SyntaxProblem. */
  pick(set: string, byUid: boolean): Numbered[] {
    const last = byUid ? (this.uids.at(-1) ?? 0) : this.uids.length
    const ranges = parseSequenceSet(set, last)
    return this.all().filter(({ seq, message }) => isInSet(ranges, byUid ? message.uid : seq))
  }

  all(): Numbered[] {
    return this.uids.flatMap((uid, index) => {
      const message = this.folder.messages.get(uid)
      return message ? [{ seq: index + 1, message }] : []
    })
  }

  /** Flags up to now were told to this client in another way. */
  markAnnounced(): void {
    this.announcedModseq = this.folder.modseq
  }

  /** What was expunged, arrived and changed its flags since the client was last told. It must be sent now. */
  takeNews(keepsNumbers: boolean, withModseq: boolean): Wire[] {
    const numbers = keepsNumbers ? [] : [...this.takeExpunged(), ...this.takeArrived()]
    return [...numbers, ...this.takeChangedFlags(withModseq)]
  }

  private takeExpunged(): Wire[] {
    const news: Wire[] = []
    // from the end, so that earlier numbers stay true while they are sent
    for (let index = this.uids.length - 1; index >= 0; index--) {
      if (this.folder.messages.has(this.uids[index] ?? 0)) continue
      this.uids.splice(index, 1)
      news.push([`${index + 1} EXPUNGE`])
    }
    return news
  }

  private takeArrived(): Wire[] {
    const last = this.uids.at(-1) ?? 0
    const arrived = [...this.folder.messages.keys()].filter((uid) => uid > last)
    this.uids.push(...arrived)
    return arrived.length > 0 ? [[`${this.uids.length} EXISTS`]] : []
  }

  private takeChangedFlags(withModseq: boolean): Wire[] {
    const since = this.announcedModseq
    this.announcedModseq = this.folder.modseq
    const changed = this.all().filter(({ message }) => message.modseq > since)
    return changed.map((each) => flagsAnswer(each, withModseq))
  }
}

/** `n FETCH (UID u FLAGS (…))`, with MODSEQ for clients that know it. */
export function flagsAnswer({ seq, message }: Numbered, withModseq: boolean): Wire {
  const modseq = withModseq ? [' MODSEQ (', `${message.modseq})`] : []
  return [`${seq} FETCH (UID ${message.uid} FLAGS `, ...list(message.flags), ...modseq, ')']
}
