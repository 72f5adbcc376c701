// The state of one IMAP connection (RFC 3501 section 3) and what commands may do with it.
import type { Socket } from 'node:net'
import type { Person } from '../people'
import type { MailStore } from '../store/mail-store'
import type { CommandReader } from './command-reader'
import type { SelectedFolder } from './selected-folder'
import { SyntaxProblem, type Value } from './syntax'
import { toBytes, type Wire } from './wire'

export type SignedIn = { person: Person; store: MailStore }

export type SignIn = (address: string, password: string) => SignedIn | null

/** The request is understood and refused: answered with NO. `code` as in RFC 5530, or empty. */
export class Refused extends Error {
  readonly code: string

  constructor(code: string, message: string) {
    super(message)
    this.code = code
  }
}

export class ImapSession {
  readonly reader: CommandReader
  readonly signIn: SignIn
  readonly clock: () => Date
  user: SignedIn | null = null
  selected: SelectedFolder | null = null
  /** MODSEQ goes into every FETCH answer once the client showed that it knows it (RFC 7162 section 3.1) */
  isCondstore = false
  isLeaving = false
  private readonly socket: Socket

  constructor(socket: Socket, reader: CommandReader, signIn: SignIn, clock: () => Date) {
    this.socket = socket
    this.reader = reader
    this.signIn = signIn
    this.clock = clock
  }

  /** Writes `* …` and waits while the client does not keep up. */
  async untagged(wire: Wire): Promise<void> {
    await this.write(toBytes(['* ', ...wire, '\r\n']))
  }

  async line(text: string): Promise<void> {
    await this.write(Buffer.from(`${text}\r\n`, 'latin1'))
  }

  /** The mailbox of the person signed in. */
  get store(): MailStore {
    if (!this.user) throw new SyntaxProblem('Sign in first')
    return this.user.store
  }

  get folder(): SelectedFolder {
    if (!this.selected) throw new SyntaxProblem('Select a folder first')
    return this.selected
  }

  /** The selected folder, for a command that changes it. */
  get writableFolder(): SelectedFolder {
    if (this.folder.isReadOnly) throw new Refused('CANNOT', 'Folder is open read-only')
    return this.folder
  }

  /** Tells the client what happened in its open folder; `keepsNumbers` leaves out arrivals and expunges. */
  async tellNews(keepsNumbers: boolean): Promise<void> {
    const news = this.selected?.takeNews(keepsNumbers, this.isCondstore) ?? []
    for (const wire of news) await this.untagged(wire)
  }

  private async write(bytes: Buffer): Promise<void> {
    if (this.socket.destroyed || this.socket.write(bytes)) return
    await new Promise<void>((resolve) => {
      const done = () => {
        this.socket.off('drain', done)
        this.socket.off('close', done)
        resolve()
      }
      this.socket.on('drain', done)
      this.socket.on('close', done)
    })
  }
}

export type Run = (session: ImapSession, args: Value[]) => string | Promise<string>

export type Command = {
  /** the state it needs; a later state includes an earlier one, except signed-out */
  when: 'always' | 'signed-out' | 'signed-in' | 'selected'
  /** answers the words behind OK, with a response code in front when there is one */
  run: Run
  /** commands with sequence numbers must not see them change (RFC 3501 section 7.4.1) */
  keepsNumbers?: boolean
}
