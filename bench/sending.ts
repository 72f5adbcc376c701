// How fast a message is taken (202), and how soon after its hold Postfix has it.
import { randomUUID } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { MailboxList } from '../lib/contract/mailboxes'
import { Outgoing, SendAnswer } from '../lib/contract/outbox'
import { until } from '../test/until'
import { type Api, apiFor } from './lab/api'
import { type Lab, withLab } from './lab/lab'
import { type Measure, median, progress, repeat, timed } from './lab/measure'

const RUNS = 20
const HOLD_SECONDS = 1
const TEXT = 'Hello Bob,\n\nthis is a message of ordinary length, sent to see how long it takes.\n\nAlice\n'

/** To the own domain, so that nothing but the submission itself is measured. */
export function run(): Promise<Measure[]> {
  return withLab({ withPostfix: true }, async (lab) => {
    const user = await lab.domain.addUser('alice')
    const raw = await rawSubmissions(lab, user)
    const api = await apiFor(lab, user)
    const { mailboxes } = await api.get('/mailboxes', MailboxList)
    const mailboxId = mailboxes[0]?.id
    if (!mailboxId) throw new Error('no mailbox')
    const taken: number[] = []
    const accepted: number[] = []
    // one more than is counted: the first request compiles the code
    for (let turn = 0; turn <= RUNS; turn++) {
      const sent = await sendOnce(api, mailboxId, user.address, turn)
      if (turn === 0) continue
      taken.push(sent.takenMs)
      accepted.push(sent.acceptedMs)
    }
    progress(`taken after ${median(taken).toFixed(1)} ms`)
    const request = await repeat(RUNS, async () => (await timed(() => fetch(`${lab.url}/api/health`))).ms)
    const takenFloor = { label: 'GET /api/health: what any request costs here', values: request }
    const floor = { label: 'nodemailer: connect, TLS, AUTH, MAIL to final dot', values: raw }
    return [
      { label: '202 for a message', unit: 'ms', values: taken, target: 50, floor: takenFloor },
      { label: 'accepted by Postfix after the hold', unit: 'ms', values: accepted, target: 1000, floor },
    ]
  })
}

async function sendOnce(api: Api, mailboxId: string, to: string, turn: number) {
  const body = {
    mailboxId,
    to: [to],
    cc: [],
    bcc: [],
    subject: `Bench ${turn}`,
    text: TEXT,
    holdSeconds: HOLD_SECONDS,
  }
  const headers = { 'idempotency-key': randomUUID() }
  const { ms, value } = await timed(() => api.post('/outbox', body, SendAnswer, headers))
  const item = await until(
    'Postfix has the message',
    async () => {
      const now = await api.get(`/outbox/${value.id}`, Outgoing)
      return now.acceptedAt ? { acceptedAt: now.acceptedAt, holdUntil: now.holdUntil } : null
    },
    30_000,
  )
  return { takenMs: ms, acceptedMs: Date.parse(item.acceptedAt) - Date.parse(item.holdUntil) }
}

function rawSubmissions({ domain }: Lab, user: { address: string; password: string }): Promise<number[]> {
  const port = Number(new URL(domain.submissionsUrl).port)
  const auth = { user: user.address, pass: user.password }
  const tls = { ca: domain.ca, servername: 'localhost' }
  return repeat(RUNS, async (turn) => {
    const transport = createTransport({ host: '127.0.0.1', port, secure: true, tls, auth })
    const mail = { from: user.address, to: user.address, subject: `Raw ${turn}`, text: TEXT }
    return (await timed(() => transport.sendMail(mail))).ms
  })
}
