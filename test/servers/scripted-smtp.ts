// An SMTP server that misbehaves on demand, and otherwise takes everything and counts it.
//
//   const smtp = await startScriptedSmtp({ tls: 'none' })
//   smtp.script.rcpt = (command) => (command.includes('eve@') ? '550 5.1.1 no such user' : undefined)
//   smtp.script.dot = 'drop-accepted'        // takes the message, then drops the line before the 250
//   smtp.accepted                            // messages it took, with envelope and bytes
//   smtp.countOf('<id@a.test>')              // how often one Message-ID was taken
//   smtp.clearText()                         // every byte a client ever sent before TLS
import { createHash } from 'node:crypto'
import net from 'node:net'
import tls from 'node:tls'
import { ownPort } from '../own-port'
import type { Certificate } from './certificate'

/** A reply line; or drop (close), reset (RST), hang (never answer); undefined for the usual answer. */
export type Act = string | 'drop' | 'reset' | 'hang' | undefined
/** `nth` counts sessions from 1. */
type Step = Act | ((command: string, nth: number) => Act)

export type Script = {
  greeting?: Step
  ehlo?: Step
  starttls?: Step
  auth?: Step
  mail?: Step
  rcpt?: Step
  data?: Step
  /** after the final dot; `drop-accepted`, `reset-accepted`, `hang-accepted` take the message and never say so */
  dot?: Step
  /** drop the connection once this many body bytes came */
  dropAfterBodyBytes?: number
  /** bytes sent together with the answer to STARTTLS, before the handshake (an injection, NO STARTTLS 2021) */
  injectAfterStarttls?: string
}

type ScriptedStep = keyof Omit<Script, 'dropAfterBodyBytes' | 'injectAfterStarttls'>

export type TakenMessage = { from: string; to: string[]; raw: Buffer; messageId: string; sha256: string }

export type ScriptedSmtp = {
  port: number
  url: string
  script: Script
  accepted: TakenMessage[]
  /** commands as read, one list a session */
  sessions: string[][]
  countOf(messageId: string): number
  clearText(): string
  stop(): Promise<void>
}

export type ScriptedSmtpOptions = {
  tls: 'none' | 'starttls' | 'implicit'
  certificate?: Certificate
  /** leave STARTTLS out of the EHLO answer */
  hideStarttls?: boolean
  port?: number
}

export async function startScriptedSmtp(
  options: ScriptedSmtpOptions,
  script: Script = {},
): Promise<ScriptedSmtp> {
  const sockets = new Set<net.Socket>()
  const state = { options, script, accepted: [], sessions: [], clear: [] } as ServerState
  const open = (socket: net.Socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    new Session(state, socket)
  }
  const server = net.createServer(open)
  const port = options.port ?? (await ownPort())
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const scheme = options.tls === 'implicit' ? 'smtps' : 'smtp'
  return {
    port,
    url: `${scheme}://127.0.0.1:${port}${options.tls === 'implicit' ? '' : `?tls=${options.tls}`}`,
    script,
    accepted: state.accepted,
    sessions: state.sessions,
    countOf: (messageId) => state.accepted.filter((m) => m.messageId === messageId).length,
    clearText: () => Buffer.concat(state.clear).toString('latin1'),
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type ServerState = {
  options: ScriptedSmtpOptions
  script: Script
  accepted: TakenMessage[]
  sessions: string[][]
  clear: Buffer[]
}

class Session {
  private readonly nth: number
  private readonly commands: string[] = []
  private socket: net.Socket
  private readonly tcp: net.Socket
  private pending = Buffer.alloc(0)
  private body = false
  private awaiting: ((line: string) => void) | null = null
  private secured: boolean
  private from = ''
  private to: string[] = []

  constructor(
    private readonly server: ServerState,
    socket: net.Socket,
  ) {
    this.socket = socket
    this.tcp = socket
    this.secured = server.options.tls === 'implicit'
    this.nth = server.sessions.push(this.commands)
    this.listen(this.secured ? this.overTls(socket) : socket)
    const greet = () => this.answer(this.act('greeting', ''), '220 scripted.test ESMTP')
    if (this.secured) this.socket.once('secure', greet)
    else greet()
  }

  private listen(socket: net.Socket): void {
    this.socket = socket
    socket.on('error', () => {})
    socket.on('data', (bytes: Buffer) => {
      if (!this.secured) this.server.clear.push(bytes)
      this.pending = Buffer.concat([this.pending, bytes])
      this.read()
    })
  }

  private read(): void {
    if (this.body) this.readBody()
    else this.readLine()
  }

  private readLine(): void {
    const end = this.pending.indexOf('\r\n')
    if (end < 0) return
    const line = this.pending.subarray(0, end).toString('latin1')
    this.pending = this.pending.subarray(end + 2)
    if (this.awaiting) {
      const next = this.awaiting
      this.awaiting = null
      next(line)
    } else {
      this.commands.push(line)
      this.command(line)
    }
    if (this.pending.length > 0 && this.socket.readable) this.read()
  }

  private command(line: string): void {
    const verb = (line.split(' ')[0] ?? '').toUpperCase()
    const act = (step: ScriptedStep) => this.act(step, line)
    if (verb === 'EHLO') this.answer(act('ehlo'), this.extensions())
    else if (verb === 'STARTTLS') this.startTls(act('starttls'))
    else if (verb === 'AUTH') this.authenticate(line, act('auth'))
    else if (verb === 'MAIL') this.begin(line, act('mail'))
    else if (verb === 'RCPT') this.recipient(line, act('rcpt'))
    else if (verb === 'DATA') this.data(act('data'))
    else if (verb === 'QUIT') this.socket.end('221 2.0.0 bye\r\n')
    else this.say(verb === 'RSET' || verb === 'NOOP' ? '250 ok' : '502 5.5.2 what?')
  }

  private extensions(): string {
    const { tls: mode, hideStarttls } = this.server.options
    const offer = mode === 'starttls' && !this.secured && !hideStarttls
    return [
      '250-scripted.test',
      ...(offer ? ['250-STARTTLS'] : []),
      '250-8BITMIME',
      '250 AUTH PLAIN LOGIN',
    ].join('\r\n')
  }

  private startTls(act: Act): void {
    if (act !== undefined) {
      this.answer(act, '')
      return
    }
    this.socket.write(`220 2.0.0 go ahead\r\n${this.server.script.injectAfterStarttls ?? ''}`)
    const plain = this.socket
    plain.removeAllListeners('data')
    this.secured = true
    this.pending = Buffer.alloc(0)
    this.listen(this.overTls(plain))
  }

  private overTls(socket: net.Socket): tls.TLSSocket {
    const { certificate } = this.server.options
    if (!certificate) throw new Error('TLS needs a certificate: makeCertificate(folder, name, names)')
    return new tls.TLSSocket(socket, { isServer: true, key: certificate.key, cert: certificate.cert })
  }

  private authenticate(line: string, act: Act): void {
    const finish = () => this.answer(act, '235 2.7.0 welcome')
    if (/^AUTH LOGIN/i.test(line)) {
      this.say('334 VXNlcm5hbWU6')
      this.awaiting = () => {
        this.say('334 UGFzc3dvcmQ6')
        this.awaiting = finish
      }
    } else finish()
  }

  private begin(line: string, act: Act): void {
    this.from = line.match(/<(.*?)>/)?.[1] ?? ''
    this.to = []
    this.answer(act, '250 2.1.0 ok')
  }

  private recipient(line: string, act: Act): void {
    if (act === undefined || act.startsWith('2')) this.to.push(line.match(/<(.*?)>/)?.[1] ?? '')
    this.answer(act, '250 2.1.5 ok')
  }

  private data(act: Act): void {
    if (act === undefined) this.body = true
    this.answer(act, '354 go')
  }

  private readBody(): void {
    const limit = this.server.script.dropAfterBodyBytes
    if (limit !== undefined && this.pending.length >= limit) {
      this.socket.destroy()
      return
    }
    const end = this.pending.subarray(0, 3).equals(Buffer.from('.\r\n'))
      ? 0
      : this.pending.indexOf('\r\n.\r\n')
    if (end < 0) return
    const stuffed = end === 0 ? '' : this.pending.subarray(0, end + 2).toString('latin1')
    this.pending = this.pending.subarray(end === 0 ? 3 : end + 5)
    this.body = false
    this.finish(Buffer.from(stuffed.replace(/^\.\./gm, '.'), 'latin1'))
  }

  private finish(raw: Buffer): void {
    const act = this.act('dot', '.')
    const silent = act?.match(/^(drop|reset|hang)-accepted$/)?.[1]
    if (act === undefined || act.startsWith('2') || silent) this.take(raw)
    this.answer(silent ?? act, '250 2.0.0 queued as SCRIPTED')
  }

  private take(raw: Buffer): void {
    const header = raw.toString('latin1').split('\r\n\r\n')[0] ?? ''
    const messageId = header.match(/^Message-ID:\s*(<[^>]*>)/im)?.[1] ?? ''
    const sha256 = createHash('sha256').update(raw).digest('hex')
    this.server.accepted.push({ from: this.from, to: this.to, raw, messageId, sha256 })
  }

  private act(step: ScriptedStep, command: string): Act {
    const planned = this.server.script[step]
    return typeof planned === 'function' ? planned(command, this.nth) : planned
  }

  private answer(act: Act, usual: string): void {
    if (act === 'drop') this.socket.destroy()
    else if (act === 'reset') this.tcp.resetAndDestroy()
    else if (act !== 'hang') this.say(act ?? usual)
    if (act?.startsWith('421')) this.socket.end()
  }

  private say(text: string): void {
    if (this.socket.writable) this.socket.write(`${text}\r\n`)
  }
}
