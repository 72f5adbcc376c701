import { blankAuthLine, blankerOf } from './blank-credentials'
import { oneLine, parseReply } from './parse-reply'
import type { RecipientOutcome, SmtpPhase, SmtpReply, SubmissionHooks } from './submission'

type Command = { phase: SmtpPhase; line: string }

const PHASE_OF_VERB: Record<string, SmtpPhase> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  STARTTLS: 'tls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  QUIT: 'done',
}

/**
 * Follows the dialogue line by line: which command each reply answers (they come in order, also when pipelined,
 * RFC 2920), how far it came, and a transcript with the credentials blanked.
 */
export class Dialogue {
  phase: SmtpPhase = 'name-look-up'
  readonly recipients = new Map<string, RecipientOutcome>()
  /** reply to the last EHLO, as it came */
  extensions = ''
  dataReply: SmtpReply | null = null
  /** everything of the message was handed to the connection */
  bodyEnded = false
  private readonly unanswered: Command[] = []
  private inAuth = false
  private readonly blank: (line: string) => string

  constructor(
    private readonly hooks: SubmissionHooks,
    username: string,
    password: string,
    private readonly onProgress: (phase: SmtpPhase) => void,
  ) {
    this.blank = blankerOf(username, password)
  }

  enter(phase: SmtpPhase): void {
    const isNew = this.phase !== phase
    this.phase = phase
    this.onProgress(phase)
    // The gate of the body is opened by GatedBody, which waits for it.
    if (isNew && phase !== 'body') this.hooks.onPhase(phase).catch(() => undefined)
  }

  client(line: string): void {
    const verb = line.split(' ')[0]?.toUpperCase() ?? ''
    const isAuth = this.inAuth || verb === 'AUTH'
    this.inAuth = isAuth
    this.write('client', isAuth ? blankAuthLine(line) : line)
    this.unanswered.push({ phase: isAuth ? 'auth' : (PHASE_OF_VERB[verb] ?? this.phase), line })
    if (this.unanswered.length === 1) this.follow()
  }

  /** The message itself appears in the transcript as one line. */
  body(size: number): void {
    this.write('client', `(${size} bytes of message)`)
    this.unanswered.push({ phase: 'body', line: '.' })
    this.enter('body')
  }

  server(text: string): void {
    for (const line of text.split(/\r?\n/)) this.write('server', line)
    const reply = parseReply(this.blank(text))
    const command = this.unanswered.shift()
    if (command && reply) this.answered(command, reply, text)
    this.follow()
  }

  /** Any text of the other side, fit to be shown. */
  clean(text: string): string {
    return oneLine(this.blank(text))
  }

  private answered({ line }: Command, reply: SmtpReply, text: string): void {
    if (this.inAuth && reply.code !== 334) this.inAuth = false
    if (/^EHLO /i.test(line)) this.extensions = text
    if (/^DATA$/i.test(line)) this.dataReply = reply
    const recipient = line.match(/^RCPT TO:<([^>]*)>/i)?.[1]
    if (recipient !== undefined) this.recipients.set(recipient, { accepted: reply.code < 300, reply })
  }

  private follow(): void {
    const next = this.unanswered[0]
    if (next && next.phase !== 'body') this.enter(next.phase)
  }

  private write(from: 'client' | 'server', line: string): void {
    this.hooks.onLine({ at: new Date(), from, line: this.clean(line) })
  }
}
