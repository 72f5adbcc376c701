import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ownPort } from '../../../test/own-port'
import { type Certificate, makeCertificate } from '../../../test/servers/certificate'
import { type Script, type ScriptedSmtp, startScriptedSmtp } from '../../../test/servers/scripted-smtp'
import { parseMailUrl } from '../../platform/mail-url'
import type { SubmissionHooks, SubmitTimeouts, TranscriptLine } from './submission'
import { submit } from './submit'

const PASSWORD = 'c4nary-p4ssw0rd'
const ENVELOPE = { from: 'alice@alice.test', to: ['bob@bob.test'] }
const QUICK: SubmitTimeouts = { connect: 2_000, greeting: 1_000, command: 1_000, final: 1_000 }

let folder: string
let good: Certificate
let wrongName: Certificate
const running: ScriptedSmtp[] = []

beforeAll(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'posthorn-submit-'))
  good = await makeCertificate(folder, 'good')
  wrongName = await makeCertificate(folder, 'wrong', 'DNS:elsewhere.test')
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
afterAll(() => fs.rm(folder, { recursive: true, force: true }))

type Mode = Parameters<typeof startScriptedSmtp>[0]

async function start(
  mode: Mode['tls'],
  script: Script = {},
  more: Partial<Mode> = {},
): Promise<ScriptedSmtp> {
  const server = await startScriptedSmtp({ tls: mode, certificate: good, ...more }, script)
  running.push(server)
  return server
}

async function* bytesOf(text: string) {
  for (let at = 0; at < text.length; at += 1000) yield Buffer.from(text.slice(at, at + 1000), 'latin1')
}

const message = (body = 'hello\r\n') =>
  `From: alice@alice.test\r\nMessage-ID: <${randomUUID()}@alice.test>\r\nSubject: x\r\n\r\n${body}`

async function trySubmit(
  url: string,
  options: { raw?: string; to?: string[]; ca?: string; hooks?: Partial<SubmissionHooks> } = {},
) {
  const lines: TranscriptLine[] = []
  const raw = options.raw ?? message()
  const server = {
    endpoint: parseMailUrl(url, 'smtp'),
    username: 'alice@alice.test',
    password: PASSWORD,
    ca: options.ca ?? good.cert,
  }
  const hooks = {
    onPhase: async () => {},
    onLine: (line: TranscriptLine) => lines.push(line),
    ...options.hooks,
  }
  const envelope = { ...ENVELOPE, to: options.to ?? ENVELOPE.to }
  const result = await submit(server, envelope, bytesOf(raw), raw.length, hooks, QUICK)
  await result.closed
  return { ...result, transcript: lines.map((line) => `${line.from[0]} ${line.line}`) }
}

/** What nobody may find outside TLS or in a transcript. */
function secretsIn(text: string): string[] {
  const forms = [PASSWORD, btoa(PASSWORD), btoa(`\0alice@alice.test\0${PASSWORD}`)]
  return forms.filter((form) => text.includes(form))
}

describe('a submission that goes well', () => {
  test.each(['starttls', 'implicit'] as const)('%s: every reply is kept, no credential is', async (mode) => {
    const smtp = await start(mode)
    const raw = message()
    const sent = await trySubmit(smtp.url, { raw })
    expect(sent).toMatchObject({
      outcome: 'accepted',
      phase: 'done',
      reply: { code: 250, enhanced: '2.0.0' },
    })
    expect(smtp.accepted).toMatchObject([{ from: 'alice@alice.test', to: ['bob@bob.test'] }])
    expect(smtp.accepted[0]?.raw.toString()).toBe(raw)
    expect(sent.transcript).toEqual(
      expect.arrayContaining([
        's 220 scripted.test ESMTP',
        'c AUTH PLAIN ****',
        's 235 2.7.0 welcome',
        'c RCPT TO:<bob@bob.test>',
        's 354 go',
        `c (${raw.length} bytes of message)`,
        's 250 2.0.0 queued as SCRIPTED',
        'c QUIT',
        's 221 2.0.0 bye',
      ]),
    )
    expect(secretsIn(sent.transcript.join('\n'))).toEqual([])
    expect(secretsIn(smtp.clearText())).toEqual([])
  })

  test('AUTH LOGIN is blanked as well', async () => {
    const smtp = await start('implicit', { ehlo: '250-x\r\n250 AUTH LOGIN' })
    const sent = await trySubmit(smtp.url)
    expect(sent.outcome).toBe('accepted')
    expect(sent.transcript.filter((line) => line === 'c ****')).toHaveLength(2)
    expect(secretsIn(sent.transcript.join('\n'))).toEqual([])
  })

  test('a server that echoes the password does not get it into the transcript', async () => {
    const smtp = await start('implicit', { auth: `535 5.7.8 bad: ${PASSWORD} ${btoa(PASSWORD)}` })
    const sent = await trySubmit(smtp.url)
    expect(sent.outcome).toBe('refused-sign-in')
    expect(secretsIn(JSON.stringify(sent))).toEqual([])
  })

  test('no byte of the message leaves before the gate is open', async () => {
    const smtp = await start('implicit', { dot: undefined })
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const reached = new Promise<void>((resolve) => {
      const onPhase = async (phase: string) => {
        if (phase !== 'body') return
        resolve()
        await gate
      }
      void trySubmit(smtp.url, { hooks: { onPhase } }).then((r) => expect(r.outcome).toBe('accepted'))
    })
    await reached
    expect(smtp.accepted).toEqual([])
    open()
    await expect.poll(() => smtp.accepted.length).toBe(1)
  })

  test('a gate that stays shut drops the message before its first byte', async () => {
    const smtp = await start('implicit')
    const onPhase = async (phase: string) => {
      if (phase === 'body') throw new Error('lease lost')
    }
    const sent = await trySubmit(smtp.url, { hooks: { onPhase } })
    expect(sent).toMatchObject({ outcome: 'failed', phase: 'data', code: 'local' })
    expect(smtp.accepted).toEqual([])
  })
})

describe('replies', () => {
  test('one recipient of three refused: the others are taken', async () => {
    const smtp = await start('implicit', {
      rcpt: (command) => (command.includes('eve') ? '550 5.1.1 no such user' : undefined),
    })
    const sent = await trySubmit(smtp.url, { to: ['bob@b.test', 'eve@b.test', 'dan@b.test'] })
    expect(sent.outcome).toBe('accepted')
    expect(sent.recipients.get('eve@b.test')).toEqual({
      accepted: false,
      reply: { code: 550, enhanced: '5.1.1', text: 'no such user' },
    })
    expect(smtp.accepted[0]?.to).toEqual(['bob@b.test', 'dan@b.test'])
  })

  test.each([
    ['421 at the greeting', { greeting: '421 4.3.2 busy' }, 'deferred', 'greeting'],
    ['554 at the greeting', { greeting: '554 no service' }, 'deferred', 'greeting'],
    ['450 at RCPT', { rcpt: '450 4.2.0 greylisted' }, 'deferred', 'rcpt'],
    ['550 at RCPT', { rcpt: '550 5.1.1 unknown' }, 'rejected', 'rcpt'],
    ['552 at MAIL', { mail: '552 5.3.4 too big' }, 'rejected', 'mail'],
    ['451 at DATA', { data: '451 4.3.0 later' }, 'deferred', 'data'],
    ['451 after the dot', { dot: '451 4.3.0 later' }, 'deferred', 'final'],
    ['554 after the dot', { dot: '554 5.7.1 spam' }, 'rejected', 'final'],
    ['535 at AUTH', { auth: '535 5.7.8 wrong' }, 'refused-sign-in', 'auth'],
    ['454 at AUTH', { auth: '454 4.7.0 not now' }, 'deferred', 'auth'],
    ['530 at MAIL', { mail: '530 5.7.0 sign in first' }, 'refused-sign-in', 'mail'],
    ['250 to DATA', { data: '250 odd' }, 'failed', 'data'],
  ])('%s', async (_, script, outcome, phase) => {
    const smtp = await start('implicit', script)
    const sent = await trySubmit(smtp.url)
    expect({ outcome: sent.outcome, phase: sent.phase }).toEqual({ outcome, phase })
    expect(smtp.accepted).toEqual([])
  })

  test('too large, or an address the server cannot take: refused before anything is sent', async () => {
    const smtp = await start('implicit', { ehlo: '250-x\r\n250-SIZE 20\r\n250 AUTH PLAIN' })
    expect(await trySubmit(smtp.url)).toMatchObject({ outcome: 'rejected', phase: 'mail', code: 'too-large' })
    smtp.script.ehlo = undefined
    const utf8 = await trySubmit(smtp.url, { to: ['한글@bob.test'] })
    expect(utf8).toMatchObject({ outcome: 'rejected', phase: 'mail', code: 'no-smtputf8' })
    expect(smtp.sessions.flat().filter((line) => /^(MAIL|RCPT)/.test(line))).toEqual([])
  })

  test('the same with PIPELINING', async () => {
    const ehlo = '250-x\r\n250-PIPELINING\r\n250 AUTH PLAIN'
    const smtp = await start('implicit', { ehlo, rcpt: '550 5.1.1 unknown', data: '554 5.5.1 no' })
    expect(await trySubmit(smtp.url)).toMatchObject({
      outcome: 'rejected',
      phase: 'rcpt',
      reply: { code: 550 },
    })
    smtp.script.rcpt = (command) => (command.includes('eve') ? '450 4.2.0 later' : '550 5.1.1 unknown')
    const mixed = await trySubmit(smtp.url, { to: ['bob@b.test', 'eve@b.test'] })
    expect(mixed).toMatchObject({ outcome: 'deferred', phase: 'rcpt' })
    expect([...mixed.recipients.values()].map((r) => r.reply.code)).toEqual([550, 450])
  })
})

describe('broken connections', () => {
  test.each([
    ['drop at the greeting', { greeting: 'drop' }, 'failed', 'greeting', 'closed'],
    ['hang at the greeting', { greeting: 'hang' }, 'failed', 'greeting', 'timeout'],
    ['hang at EHLO', { ehlo: 'hang' }, 'failed', 'ehlo', 'timeout'],
    ['reset at MAIL', { mail: 'reset' }, 'failed', 'mail', 'reset'],
    ['drop at DATA', { data: 'drop' }, 'failed', 'data', 'closed'],
    ['drop after the dot, accepted', { dot: 'drop-accepted' }, 'unknown', 'final', 'closed'],
    ['reset after the dot, accepted', { dot: 'reset-accepted' }, 'unknown', 'final', 'reset'],
    ['hang after the dot, accepted', { dot: 'hang-accepted' }, 'unknown', 'final', 'timeout'],
    ['drop after the dot, not accepted', { dot: 'drop' }, 'unknown', 'final', 'closed'],
  ])('%s', async (_, script, outcome, phase, code) => {
    const smtp = await start('implicit', script as Script)
    expect(await trySubmit(smtp.url)).toMatchObject({ outcome, phase, code })
  })

  test('drop in the middle of the body is unknown', async () => {
    const smtp = await start('implicit', { dropAfterBodyBytes: 100_000 })
    const sent = await trySubmit(smtp.url, { raw: message('x'.repeat(60).concat('\r\n').repeat(200_000)) })
    expect(sent.outcome).toBe('unknown')
    expect(smtp.accepted).toEqual([])
  })

  test('a closed port and an unknown name are named', async () => {
    const port = await ownPort()
    const refused = await trySubmit(`smtps://127.0.0.1:${port}`)
    expect(refused).toMatchObject({ outcome: 'failed', phase: 'connect', code: 'refused' })
    const unknown = await trySubmit('smtps://no-such-host.invalid:465')
    expect(unknown).toMatchObject({ outcome: 'failed', phase: 'name-look-up' })
  })
})

describe('TLS never falls back', () => {
  const noSecret = (smtp: ScriptedSmtp) => {
    expect(smtp.clearText()).not.toMatch(/AUTH|MAIL FROM|alice/)
    expect(smtp.accepted).toEqual([])
  }

  test.each([
    ['STARTTLS missing', { starttls: '502 no' }, true, 'starttls-missing'],
    ['STARTTLS refused', { starttls: '454 4.7.0 not available' }, false, 'starttls-refused'],
    ['bytes injected after STARTTLS', { injectAfterStarttls: '250 AUTH PLAIN\r\n' }, false, 'protocol'],
    ['a fragment injected after STARTTLS', { injectAfterStarttls: '250-x' }, false, 'protocol'],
  ])('%s', async (_, script, hideStarttls, code) => {
    const smtp = await start('starttls', script, { hideStarttls })
    expect(await trySubmit(smtp.url)).toMatchObject({ outcome: 'failed', phase: 'tls', code })
    noSecret(smtp)
  })

  test.each(['starttls', 'implicit'] as const)('%s: wrong name and unknown authority', async (mode) => {
    const smtp = await start(mode, {}, { certificate: wrongName })
    const named = await trySubmit(smtp.url, { ca: wrongName.cert })
    expect(named).toMatchObject({ outcome: 'failed', phase: 'tls', code: 'name-mismatch' })
    const untrusted = await trySubmit(smtp.url)
    expect(untrusted).toMatchObject({ outcome: 'failed', phase: 'tls', code: 'untrusted' })
    noSecret(smtp)
  })

  test('clear text to another machine carries no password', async () => {
    const address = Object.values(os.networkInterfaces())
      .flat()
      .find((entry) => entry && !entry.internal && entry.family === 'IPv4')?.address
    const target = address ?? '127.0.0.1'
    const heard: string[] = []
    const server = net.createServer((socket) => {
      socket.on('error', () => {})
      socket.write('220 x\r\n')
      socket.on('data', (data) => {
        heard.push(data.toString())
        socket.write('250-x\r\n250 AUTH PLAIN LOGIN\r\n')
      })
    })
    const port = await ownPort()
    await new Promise<void>((resolve) => server.listen(port, target, resolve))
    const sent = await trySubmit(`smtp://${address ?? '0.0.0.0'}:${port}?tls=none`)
    expect(sent).toMatchObject({ outcome: 'failed', phase: 'auth', code: 'clear-text' })
    expect(heard.join('')).not.toMatch(/AUTH|alice/)
    server.close()
  })
})

describe('SMTP smuggling', () => {
  test.each([
    ['LF dot LF', '\n.\n'],
    ['LF dot CRLF', '\n.\r\n'],
    ['CR dot CR', '\r.\r'],
    ['CRLF dot CR', '\r\n.\r'],
    ['CR dot CRLF', '\r.\r\n'],
  ])('%s does not end the message', async (_, end) => {
    const smtp = await start('implicit')
    const raw = message(`one${end}MAIL FROM:<eve@evil.test>\r\nRCPT TO:<bob@bob.test>\r\nDATA\r\nforged\r\n`)
    const sent = await trySubmit(smtp.url, { raw })
    expect(sent.outcome).toBe('accepted')
    expect(smtp.accepted).toHaveLength(1)
    expect(smtp.sessions[0]?.filter((line) => line.startsWith('MAIL'))).toHaveLength(1)
    expect(smtp.accepted[0]?.raw.toString('latin1')).not.toMatch(/(^|[^\r])\n|\r(?!\n)/)
  })
})
