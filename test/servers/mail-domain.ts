// A whole mail domain for tests: real Dovecot and Postfix from Debian's packages, as root, on free loopback
// ports, with everything they write inside one temporary folder. Nothing in /etc is read or written.
//
//   const { alice, bob, stop } = await startTwoDomains()
//   const user = await alice.addUser('alice')          // {address: 'alice@alice.test', password: 'alice-pw'}
//   await alice.deliver(raw, user.address)             // by LMTP, at once
//   const second = await alice.imap('alice')           // a second IMAP client (imapflow), already signed in
//   await bob.stopPostfix()                            // and startPostfix(): same ports, same queue
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { ImapFlow } from 'imapflow'
import { ownPort } from '../own-port'
import { type Certificate, LOOPBACK_NAMES, makeCertificate } from './certificate'
import { startDovecot, stopDovecot, writeUser } from './dovecot'
import { deliverByLmtp } from './lmtp'
import { flushQueue, queuedRecipients, startPostfix, stopPostfix, updateRecipients } from './postfix'

export type TestUser = { address: string; password: string }

export type MailDomain = {
  /** alice for alice.test */
  name: string
  folder: string
  imapUrl: string
  imapsUrl: string
  pop3Url: string
  /** STARTTLS, required by Postfix before AUTH */
  submissionUrl: string
  submissionsUrl: string
  smtpPort: number
  imapPort: number
  /** PEM file to trust: the self-signed certificate itself */
  caFile: string
  ca: string
  /** to start another server that clients of this domain trust */
  certificate: Certificate
  /** Makes a mailbox, or changes its password; the password is the local part plus `-pw` unless given. */
  addUser(local: string, password?: string): Promise<TestUser>
  /** Puts a raw message into a mailbox by LMTP. */
  deliver(raw: string | Uint8Array, to: string): Promise<void>
  /** A signed-in second IMAP client; closed by stop() at the latest. */
  imap(local: string): Promise<ImapFlow>
  /** Recipients waiting in Postfix's queue. */
  queue(): Promise<string[]>
  flushQueue(): Promise<void>
  startDovecot(): Promise<void>
  stopDovecot(): Promise<void>
  startPostfix(): Promise<void>
  stopPostfix(): Promise<void>
  stop(): Promise<void>
}

export type MailDomainOptions = {
  name: string
  /** port of the peer's SMTP server, and its name (bob for bob.test) */
  peer?: { name: string; smtpPort: number } | null
  smtpPort?: number
  users?: string[]
  /** false: only Dovecot */
  withPostfix?: boolean
  /** subjectAltName of the certificate; `DNS:elsewhere.test` for one that does not match */
  certificateNames?: string
  dovecotExtra?: string
}

export async function startMailDomain(options: MailDomainOptions): Promise<MailDomain> {
  const { name } = options
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), `posthorn-${name}-`))
  await fs.chmod(folder, 0o755)
  const certificate = await makeCertificate(folder, name, options.certificateNames ?? LOOPBACK_NAMES)
  const port = () => ownPort()
  const dovecotPorts = { imap: await port(), imaps: await port(), pop3: await port(), lmtp: await port() }
  const postfixPorts = {
    smtp: options.smtpPort ?? (await port()),
    submission: await port(),
    submissions: await port(),
  }
  const users = new Map<string, string>()
  const clients = new Set<ImapFlow>()

  const addUser = async (local: string, password = `${local}-pw`) => {
    users.set(local, password)
    await writeUser(folder, name, local, password)
    await updateRecipients(
      folder,
      [...users.keys()].map((user) => `${user}@${name}.test`),
    )
    return { address: `${local}@${name}.test`, password }
  }
  for (const local of options.users ?? [name]) await addUser(local)

  const dovecot = () =>
    startDovecot({ name, folder, ports: dovecotPorts, certificate, extra: options.dovecotExtra ?? '' })
  const postfix = () =>
    startPostfix({
      name,
      folder,
      ports: postfixPorts,
      lmtpPort: dovecotPorts.lmtp,
      certificate,
      peer: options.peer ?? null,
    })
  await Promise.all([dovecot(), options.withPostfix === false ? undefined : postfix()])

  const imap = async (local: string) => {
    const client = new ImapFlow({
      host: '127.0.0.1',
      port: dovecotPorts.imaps,
      secure: true,
      servername: 'localhost',
      tls: { ca: certificate.cert },
      auth: { user: `${local}@${name}.test`, pass: users.get(local) ?? '' },
      logger: false,
    })
    client.on('error', () => {})
    await client.connect()
    clients.add(client)
    return client
  }
  const stop = async () => {
    for (const client of clients) client.close()
    await Promise.all([stopDovecot(folder), stopPostfix(folder)])
    await fs.rm(folder, { recursive: true, force: true })
  }
  return {
    name,
    folder,
    imapUrl: `imap://127.0.0.1:${dovecotPorts.imap}?tls=starttls`,
    imapsUrl: `imaps://127.0.0.1:${dovecotPorts.imaps}`,
    pop3Url: `pop3://127.0.0.1:${dovecotPorts.pop3}?tls=starttls`,
    submissionUrl: `smtp://127.0.0.1:${postfixPorts.submission}?tls=starttls`,
    submissionsUrl: `smtps://127.0.0.1:${postfixPorts.submissions}`,
    smtpPort: postfixPorts.smtp,
    imapPort: dovecotPorts.imap,
    caFile: certificate.certFile,
    ca: certificate.cert,
    certificate,
    addUser,
    deliver: (raw, to) => deliverByLmtp(dovecotPorts.lmtp, raw, to),
    imap,
    queue: () => queuedRecipients(folder),
    flushQueue: () => flushQueue(folder),
    startDovecot: dovecot,
    stopDovecot: () => stopDovecot(folder),
    startPostfix: postfix,
    stopPostfix: () => stopPostfix(folder),
    stop,
  }
}

export type TwoDomains = { alice: MailDomain; bob: MailDomain; stop(): Promise<void> }

/** alice.test (user alice) and bob.test (user bob), each other's peers. About 2 s. */
export async function startTwoDomains(
  options: { alice?: Partial<MailDomainOptions>; bob?: Partial<MailDomainOptions> } = {},
): Promise<TwoDomains> {
  const [alicePort, bobPort] = [await ownPort(), await ownPort()]
  const [alice, bob] = await Promise.all([
    startMailDomain({
      name: 'alice',
      smtpPort: alicePort,
      peer: { name: 'bob', smtpPort: bobPort },
      ...options.alice,
    }),
    startMailDomain({
      name: 'bob',
      smtpPort: bobPort,
      peer: { name: 'alice', smtpPort: alicePort },
      ...options.bob,
    }),
  ])
  return { alice, bob, stop: async () => void (await Promise.all([alice.stop(), bob.stop()])) }
}
