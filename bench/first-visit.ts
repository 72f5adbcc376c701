// A first visit to a mailbox of 10,000 messages on Dovecot, in Chromium, and what comes after it.
import type { Browser, Page } from '@playwright/test'
import type { MailDomain, TestUser } from '../test/servers/mail-domain'
import { seedMailbox } from '../test/servers/seed-mailbox'
import { until } from '../test/until'
import { withBrowser } from './lab/browser'
import { type Lab, withLab } from './lab/lab'
import { type Measure, progress, repeat, timed } from './lab/measure'
import { connectRaw, fetchNewest, fetchRange } from './lab/raw-imap'
import { deliverAndWatch } from './visit/arrival'
import { readPages } from './visit/next-page'
import { openCachedMessages } from './visit/open-message'
import { inbox, type SignedInPage, signInCold } from './visit/sign-in'

const MESSAGES = 10_000
const COLD_RUNS = 3
const WARM_RUNS = 10

/** Cold means: neither the application nor Dovecot nor the browser has seen the mailbox. Each run has its own. */
export async function run(): Promise<Measure[]> {
  const visitors: TestUser[] = []
  const rawVisitors: TestUser[] = []
  const prepare = async (domain: MailDomain) => {
    for (let turn = 0; turn < COLD_RUNS; turn++) {
      visitors.push(await seeded(domain, `visitor${turn}`))
      rawVisitors.push(await seeded(domain, `raw${turn}`))
    }
  }
  return withLab({ prepare }, (lab) =>
    withBrowser(async (browser) => {
      const rawCold = await repeat(COLD_RUNS, (turn) => rawFirstList(lab.domain, pick(rawVisitors, turn)))
      const visits = await visitAll(lab, browser, visitors)
      const last = visits.at(-1)
      if (!last) throw new Error('no visit')
      return [
        ...firstMeasures(visits, rawCold),
        ...(await laterMeasures(lab, last.page, pick(visitors, COLD_RUNS - 1))),
      ]
    }),
  )
}

async function seeded(domain: MailDomain, local: string): Promise<TestUser> {
  const user = await domain.addUser(local)
  await seedMailbox(domain, local, MESSAGES)
  return user
}

function pick<T>(items: T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new Error(`nothing at ${index}`)
  return item
}

async function rawFirstList(domain: MailDomain, user: TestUser): Promise<number> {
  const { ms, value } = await timed(async () => {
    const client = await connectRaw(domain, user)
    await fetchNewest(client)
    return client
  })
  await value.logout()
  return ms
}

async function visitAll({ url }: Lab, browser: Browser, users: TestUser[]): Promise<SignedInPage[]> {
  const visits: SignedInPage[] = []
  for (const [turn, user] of users.entries()) {
    const visit = await signInCold(browser, url, user)
    progress(`first list after ${visit.ms.toFixed(0)} ms, ${visit.cachedAtFirst} of ${MESSAGES} in the cache`)
    visits.push(visit)
    await untilSynced(visit.page)
    if (turn < users.length - 1) await visit.page.context().close()
  }
  return visits
}

async function untilSynced(page: Page): Promise<void> {
  const isComplete = async () => {
    const { cached, total } = await inbox(page)
    return total > 0 && cached >= total
  }
  const { ms } = await timed(() => until('the mailbox is in the cache', isComplete, 600_000))
  progress(`the rest came in ${(ms / 1000).toFixed(1)} s`)
}

function firstMeasures(visits: SignedInPage[], rawCold: number[]): Measure[] {
  const floor = {
    label: 'imapflow: connect, LOGIN, SELECT, FETCH of the newest 50, mailbox cold too',
    values: rawCold,
  }
  return [
    {
      label: 'sign-in to first list, cold',
      unit: 'ms',
      values: visits.map(({ ms }) => ms),
      target: 1000,
      floor,
    },
    {
      label: 'of 10,000 in the cache by then',
      unit: 'messages',
      values: visits.map((each) => each.cachedAtFirst),
    },
    {
      label: 'JavaScript and CSS transferred',
      unit: 'KiB',
      values: visits.map(({ codeKiB }) => codeKiB),
      target: 250,
    },
  ]
}

async function laterMeasures(lab: Lab, page: Page, user: TestUser): Promise<Measure[]> {
  const raw = await connectRaw(lab.domain, user)
  const { exists } = await raw.mailboxOpen('INBOX')
  const bodies = await repeat(WARM_RUNS, async (turn) => {
    return (await timed(() => raw.fetchOne(String(exists - turn), { source: true }))).ms
  })
  const opened = await openCachedMessages(page, WARM_RUNS)
  const pages = await readPages(page, (await inbox(page)).id, WARM_RUNS)
  const ranges = await repeat(WARM_RUNS, async (turn) => {
    const to = exists - 50 * (turn + 1)
    return (await timed(() => fetchRange(raw, to - 49, to))).ms
  })
  void raw.idle()
  const arrivals: { browser: number; raw: number }[] = []
  for (let turn = 0; turn < WARM_RUNS; turn++)
    arrivals.push(await deliverAndWatch({ domain: lab.domain, page, idle: raw, user }, turn))
  raw.close()
  const seen = arrivals.map((each) => each.browser)
  const rawSeen = { label: 'imapflow in IDLE hears of it', values: arrivals.map((each) => each.raw) }
  const rawBody = { label: 'imapflow: FETCH of the same message on an open connection', values: bodies }
  const rawPage = { label: 'imapflow: FETCH of 50 older messages on an open connection', values: ranges }
  return [
    {
      label: 'open a cached message, click to paint',
      unit: 'ms',
      values: opened,
      target: 100,
      floor: rawBody,
    },
    { label: 'next page of 50, in the browser', unit: 'ms', values: pages, target: 50, floor: rawPage },
    {
      label: 'new message visible in the open browser',
      unit: 'ms',
      values: seen,
      target: 2000,
      floor: rawSeen,
    },
  ]
}
