// Memory of web and worker together while ten mailboxes are watched.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { MailboxList } from '../lib/contract/mailboxes'
import type { TestUser } from '../test/servers/mail-domain'
import { seedMailbox } from '../test/servers/seed-mailbox'
import { until } from '../test/until'
import { addMailbox, apiFor } from './lab/api'
import { type Lab, withLab } from './lab/lab'
import { type Measure, repeat } from './lab/measure'
import { processName, residentMB, withDescendants } from './lab/resident-memory'

const MAILBOXES = 10
const MESSAGES = 1_000
const SAMPLES = 15

export function run(): Promise<Measure[]> {
  const users: TestUser[] = []
  const prepare = async (domain: Lab['domain']) => {
    for (let turn = 0; turn < MAILBOXES; turn++) {
      users.push(await domain.addUser(`watched${turn}`))
      await seedMailbox(domain, `watched${turn}`, MESSAGES)
    }
  }
  return withLab({ prepare }, async (lab) => {
    await watchAll(lab, users)
    const pids = withDescendants(lab.posthorn.pid).filter((pid) =>
      ['web', 'worker'].includes(processName(pid)),
    )
    const named = (name: string) => pids.filter((pid) => processName(pid) === name)
    const sum = (which: number[]) => which.reduce((total, pid) => total + residentMB(pid), 0)
    const web: number[] = []
    const worker: number[] = []
    const together = await repeat(SAMPLES, async () => {
      await delay(1_000)
      web.push(sum(named('web')))
      worker.push(sum(named('worker')))
      return sum(pids)
    })
    const floor = {
      label: 'one process with ten bare imapflow clients in IDLE',
      values: [await rawMemory(lab, users)],
    }
    return [
      { label: 'web and worker, ten mailboxes watched', unit: 'MB', values: together, target: 500, floor },
      { label: 'web alone', unit: 'MB', values: web },
      { label: 'worker alone', unit: 'MB', values: worker },
    ]
  })
}

/** All ten belong to the first person; returns when each is in the cache. */
async function watchAll(lab: Lab, users: TestUser[]): Promise<void> {
  const [owner, ...others] = users
  if (!owner) throw new Error('nobody')
  const api = await apiFor(lab, owner)
  for (const user of others) await addMailbox(lab, owner.address, user)
  const isReady = async () => {
    const { mailboxes } = await api.get('/mailboxes', MailboxList)
    return mailboxes.length === MAILBOXES && mailboxes.every(({ sync }) => sync.state === 'ready')
  }
  await until('all mailboxes are watched', isReady, 300_000)
}

async function rawMemory({ domain }: Lab, users: TestUser[]): Promise<number> {
  const script = path.join(import.meta.dirname, 'lab', 'idle-clients.mjs')
  const child = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] })
  child.stdin?.write(JSON.stringify({ port: Number(new URL(domain.imapsUrl).port), ca: domain.ca, users }))
  if (child.stdout) await once(child.stdout, 'data')
  const resident = residentMB(child.pid ?? 0)
  child.stdin?.end()
  await once(child, 'exit')
  return resident
}
