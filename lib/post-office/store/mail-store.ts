// One person's mailbox on disk: raw messages as files, everything else in a journal. Calls are synchronous on
// purpose: the order of commits is the order of the journal, and an acknowledged change is already on the disk.
import { EventEmitter } from 'node:events'
import { mkdirSync, readdirSync, readFileSync, unlinkSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../../platform/ids'
import { writeDurably } from '../durable-file'
import { JournalWriter, readJournal, rewriteJournal } from './journal'
import { applyRecord, type MailFolder, type MailFolders, recordsOf } from './mail-folder'
import type { MailRecord } from './mail-record'

/** A journal with more lines than this is rewritten at the next start. */
const COMPACT_ABOVE_LINES = 500

/** Emits `change` after each commit. */
export class MailStore extends EventEmitter<{ change: [] }> {
  readonly folders: MailFolders = new Map()
  private readonly journal: JournalWriter
  private readonly messagesDir: string

  /** Opens or creates the mailbox in `directory`, and removes files no message refers to any more. */
  constructor(directory: string) {
    super()
    this.setMaxListeners(0)
    this.messagesDir = path.join(directory, 'messages')
    mkdirSync(this.messagesDir, { recursive: true, mode: 0o700 })
    const file = path.join(directory, 'journal.jsonl')
    const lines = readJournal(file)
    for (const record of lines.flat()) applyRecord(this.folders, record)
    if (lines.length > COMPACT_ABOVE_LINES) rewriteJournal(file, recordsOf(this.folders))
    this.journal = new JournalWriter(file)
    this.removeOrphans()
  }

  /** True until the first folders are made, so that sample mail may be put in. */
  get isEmpty(): boolean {
    return this.folders.size === 0
  }

  folder(folderPath: string): MailFolder | undefined {
    return this.folders.get(folderPath)
  }

  /** Stores raw bytes and answers their file name. Nothing is in a folder until a commit adds it. */
  writeMessage(raw: Uint8Array): string {
    const name = newId()
    writeDurably(this.messageFile(name), raw)
    return name
  }

  readMessage(name: string): Buffer {
    return readFileSync(this.messageFile(name))
  }

  /** Makes the changes durable, applies them, and tells every open session. All of them or none. */
  commit(records: MailRecord[]): void {
    if (records.length === 0) return
    this.journal.append(records)
    for (const record of records) applyRecord(this.folders, record)
    this.emit('change')
  }

  close(): void {
    this.journal.close()
  }

  private messageFile(name: string): string {
    return path.join(this.messagesDir, `${name}.eml`)
  }

  private removeOrphans(): void {
    const used = new Set<string>()
    for (const folder of this.folders.values())
      for (const message of folder.messages.values()) used.add(`${message.file}.eml`)
    for (const name of readdirSync(this.messagesDir)) {
      if (!used.has(name)) unlinkSync(path.join(this.messagesDir, name))
    }
  }
}
