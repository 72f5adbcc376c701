// The demo post office: two mail domains in one process, one submission door, one IMAP door. Loaded only when no
// mail server is configured.
import path from 'node:path'
import type { SMTPServerSession } from 'smtp-server'
import { type Clock, systemClock } from '../platform/clock'
import { listenImap } from './imap/listen'
import type { SignedIn } from './imap/session'
import { type ExchangePorts, MailServer } from './mail-server'
import { DOMAINS, type Person, signIn } from './people'
import { fillNewMailboxes } from './sample/fill-mailboxes'
import { listenForSubmission } from './smtp/submission'
import { listenPreferring, readUsualPorts, writeUsualPorts } from './usual-ports'

export type PostOffice = {
  imapUrl: string
  smtpUrl: string
  /** the mail server of a domain, for taking its exchange down and looking into its queue */
  serverOf(domain: string): MailServer
  close(): Promise<void>
}

export type PostOfficeOptions = { directory: string; clock?: Clock; withSampleMail?: boolean }

/** Starts both domains on free loopback ports; all their mail lies in `directory` and is there again next time. */
export async function startPostOffice(options: PostOfficeOptions): Promise<PostOffice> {
  const { directory, clock = systemClock, withSampleMail = true } = options
  const ports: ExchangePorts = new Map()
  const servers = new Map<string, MailServer>()
  for (const domain of DOMAINS)
    servers.set(domain, new MailServer(domain, path.join(directory, domain), ports, clock))
  const serverOf = (domain: string) => mustFind(servers, domain)
  for (const server of servers.values()) await fillNewMailboxes(server, clock(), withSampleMail)
  // every exchange is open before any queue is worked
  for (const server of servers.values()) await server.startExchange()
  for (const server of servers.values()) await server.start()
  const portsFile = path.join(directory, 'ports.json')
  const usual = readUsualPorts(portsFile)
  const acceptFrom = (person: Person) => {
    const server = serverOf(person.domain)
    return (raw: Buffer, session: SMTPServerSession) => server.accept(raw, session)
  }
  const signInTo = (address: string, password: string) => open(serverOf, signIn(address, password))
  const submission = await listenPreferring(usual.submission, (port) => listenForSubmission(port, acceptFrom))
  const imap = await listenPreferring(usual.imap, (port) => listenImap(port, signInTo, clock))
  writeUsualPorts(portsFile, { imap: imap.port, submission: submission.port })
  return {
    imapUrl: `imap://127.0.0.1:${imap.port}?tls=none`,
    smtpUrl: `smtp://127.0.0.1:${submission.port}?tls=none`,
    serverOf,
    close: async () => {
      await Promise.all([imap.close(), submission.close()])
      await Promise.all([...servers.values()].map((server) => server.stop()))
    },
  }
}

function open(serverOf: (domain: string) => MailServer, person: Person | null): SignedIn | null {
  const store = person && serverOf(person.domain).stores.get(person.address)
  return person && store ? { person, store } : null
}

function mustFind(servers: Map<string, MailServer>, domain: string): MailServer {
  const server = servers.get(domain)
  if (!server) throw new Error(`no demo mail server for ${domain}`)
  return server
}
