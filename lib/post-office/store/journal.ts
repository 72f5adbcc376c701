// An append-only file of transactions, one JSON array a line. A line counts once its line feed is on the disk.
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, truncateSync } from 'node:fs'
import { writeDurably, writeFully } from '../durable-file'
import { type MailRecord, Transaction } from './mail-record'

/**
 * Reads the transactions in order. A last line without its line feed was never acknowledged: it is cut off.
 * Throws when a whole line cannot be read: that is damage, and going on would lose mail silently.
 */
export function readJournal(file: string): MailRecord[][] {
  if (!existsSync(file)) return []
  const bytes = readFileSync(file)
  const end = bytes.lastIndexOf(0x0a) + 1
  if (end < bytes.length) truncateSync(file, end)
  const lines = bytes.subarray(0, end).toString().split('\n').filter(Boolean)
  return lines.map((line) => Transaction.parse(JSON.parse(line)))
}

/** Replaces the whole journal by one transaction, in one step. */
export function rewriteJournal(file: string, records: MailRecord[]): void {
  writeDurably(file, `${JSON.stringify(records)}\n`)
}

export class JournalWriter {
  private readonly handle: number

  constructor(file: string) {
    this.handle = openSync(file, 'a', 0o600)
  }

  /** Returns when the transaction is on the disk. */
  append(records: MailRecord[]): void {
    writeFully(this.handle, Buffer.from(`${JSON.stringify(records)}\n`))
    fsyncSync(this.handle)
  }

  close(): void {
    closeSync(this.handle)
  }
}
