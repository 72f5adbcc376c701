// The mail server of one domain: an exchange for the world, a queue, and the mailboxes of its people.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { SMTPServerSession } from 'smtp-server'
import type { Clock } from '../platform/clock'
import { newId } from '../platform/ids'
import { findPerson, peopleOf } from './people'
import type { NextHop } from './queue/hand-over'
import { Relay } from './queue/relay'
import { Spool } from './queue/spool'
import { listenAsExchange } from './smtp/exchange'
import type { SmtpListener } from './smtp/listener'
import { listenForDelivery } from './smtp/mailbox-delivery'
import { traceField } from './smtp/trace'
import { addMessage } from './store/change-messages'
import { MailStore } from './store/mail-store'

/** Where each domain's exchange listens: the demo's stand-in for MX records. */
export type ExchangePorts = Map<string, number>

export class MailServer {
  readonly domain: string
  readonly spool: Spool
  /** mailboxes by address */
  readonly stores: Map<string, MailStore>
  private readonly relay: Relay
  private readonly exchangePorts: ExchangePorts
  private readonly clock: Clock
  private exchange: SmtpListener | null = null
  private delivery: SmtpListener | null = null

  constructor(domain: string, directory: string, exchangePorts: ExchangePorts, clock: Clock) {
    this.domain = domain
    this.exchangePorts = exchangePorts
    this.clock = clock
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    this.spool = new Spool(path.join(directory, 'queue'))
    this.stores = new Map(
      peopleOf(domain).map(({ address }) => [
        address,
        new MailStore(path.join(directory, 'mailboxes', address)),
      ]),
    )
    const nextHop = (target: string) => this.nextHop(target)
    this.relay = new Relay({ server: domain, spool: this.spool, nextHop, clock })
  }

  async start(): Promise<void> {
    this.delivery = await listenForDelivery(this.domain, (raw, session) => this.deliver(raw, session))
    await this.startExchange()
    this.relay.wake()
  }

  /** Opens the exchange, on the port it had before if it was open before. */
  async startExchange(): Promise<void> {
    const port = this.exchangePorts.get(this.domain) ?? 0
    this.exchange ??= await listenAsExchange(this.domain, port, (raw, session) => this.accept(raw, session))
    this.exchangePorts.set(this.domain, this.exchange.port)
  }

  /** Closes the exchange, so that other servers find this one down and keep their mail in their queue. */
  async stopExchange(): Promise<void> {
    const exchange = this.exchange
    this.exchange = null
    await exchange?.close()
  }

  /** Takes a message into the queue, with a Received field on top; answers the words after 250. */
  accept(raw: Buffer, session: SMTPServerSession): string {
    const id = newId()
    const mail = {
      id,
      from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
      to: session.envelope.rcptTo.map((to) => to.address),
    }
    this.spool.add(mail, this.traced(raw, session, id), this.clock())
    this.relay.wake()
    return `2.0.0 Queued as ${id}`
  }

  async stop(): Promise<void> {
    await this.stopExchange()
    await this.relay.stop()
    await this.delivery?.close()
    for (const store of this.stores.values()) store.close()
  }

  private deliver(raw: Buffer, session: SMTPServerSession): string {
    const traced = this.traced(raw, session, newId())
    const sender = session.envelope.mailFrom ? session.envelope.mailFrom.address : ''
    const bytes = Buffer.concat([Buffer.from(`Return-Path: <${sender}>\r\n`), traced])
    for (const to of session.envelope.rcptTo) {
      const store = this.stores.get(findPerson(to.address)?.address ?? '')
      if (store) addMessage(store, 'INBOX', { raw: bytes, flags: [], date: this.clock() })
    }
    return '2.0.0 Delivered'
  }

  private traced(raw: Buffer, session: SMTPServerSession, id: string): Buffer {
    return Buffer.concat([Buffer.from(traceField(this.domain, session, id, this.clock())), raw])
  }

  private nextHop(domain: string): NextHop | null {
    if (domain === this.domain) return { host: '127.0.0.1', port: this.delivery?.port ?? 0, lmtp: true }
    const port = this.exchangePorts.get(domain)
    return port === undefined ? null : { host: '127.0.0.1', port, lmtp: false }
  }
}
