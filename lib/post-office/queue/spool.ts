// A queue on disk: per message one .eml with the bytes and one .json with the envelope. The .json is written last
// and removed first, so that it alone says whether a message is queued.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { newId } from '../../platform/ids'
import { syncDirectory, writeDurably } from '../durable-file'
import { QueuedMail } from './queued-mail'

export class Spool {
  private readonly directory: string
  private readonly mails = new Map<string, QueuedMail>()

  /** Opens or creates the queue, and removes bytes whose envelope was never written. */
  constructor(directory: string) {
    this.directory = directory
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const names = new Set(readdirSync(directory))
    for (const name of names) if (name.endsWith('.json')) this.load(name)
    for (const name of names) {
      const id = name.replace(/\.(eml|json)$/, '')
      if (!this.mails.has(id)) rmSync(path.join(directory, name))
    }
  }

  /** Takes responsibility for a message: it is on the disk when this returns. */
  add(mail: { id?: string; from: string; to: string[] }, raw: Uint8Array, now: Date): QueuedMail {
    const at = now.getTime()
    const id = mail.id ?? newId()
    const queued = {
      id,
      from: mail.from,
      to: mail.to,
      queuedAt: at,
      attempts: 0,
      nextAttemptAt: at,
      lastReply: '',
    }
    writeDurably(this.file(id, 'eml'), raw)
    this.save(queued)
    return queued
  }

  list(): QueuedMail[] {
    return [...this.mails.values()]
  }

  readRaw(id: string): Buffer {
    return readFileSync(this.file(id, 'eml'))
  }

  save(mail: QueuedMail): void {
    writeDurably(this.file(mail.id, 'json'), JSON.stringify(mail))
    this.mails.set(mail.id, mail)
  }

  remove(id: string): void {
    this.mails.delete(id)
    rmSync(this.file(id, 'json'), { force: true })
    syncDirectory(this.directory)
    rmSync(this.file(id, 'eml'), { force: true })
  }

  private load(name: string): void {
    const mail = QueuedMail.parse(JSON.parse(readFileSync(path.join(this.directory, name), 'utf8')))
    this.mails.set(mail.id, mail)
  }

  private file(id: string, extension: 'eml' | 'json'): string {
    return path.join(this.directory, `${id}.${extension}`)
  }
}
