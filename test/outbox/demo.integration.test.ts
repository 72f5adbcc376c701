import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PostOffice, startPostOffice } from '../../lib/post-office/post-office'
import { closeIdleSessions } from '../../lib/protocols/imap/session-pool'
import { startFileSent } from '../../worker/file-sent'
import { startSendOutgoing } from '../../worker/send-outgoing'
import type { Running } from '../../worker/wake-loop'
import type { TestDatabase } from '../database'
import { makeSender, openLab, queue, untilState } from './outbox-lab'

let directory: string
let office: PostOffice
let database: TestDatabase
let running: Running[]

beforeAll(async () => {
  directory = await fs.mkdtemp(path.join(os.tmpdir(), 'posthorn-demo-'))
  office = await startPostOffice({ directory, withSampleMail: false })
  database = await openLab()
  running = [startSendOutgoing(), startFileSent()]
})
afterAll(async () => {
  await Promise.all(running.map((loop) => loop.stop()))
  await closeIdleSessions()
  await office.close()
  await database.drop()
  await fs.rm(directory, { recursive: true, force: true })
})

test('the demo post office takes a message, names who it does not know, and keeps the copy in Sent', async () => {
  const alice = await makeSender({
    address: 'alice@alice.localhost',
    password: 'posthorn',
    imapUrl: office.imapUrl,
    smtpUrl: office.smtpUrl,
    ca: '',
  })
  const { id } = await queue(alice, { to: ['bob@bob.localhost', 'nobody@alice.localhost'] })
  const item = await untilState(alice, id, 'filed')
  expect(item.recipients.map((recipient) => recipient.state)).toEqual(['accepted', 'rejected'])
  expect(JSON.stringify(item)).not.toMatch(/posthorn"|cG9zdGhvcm4/)
})
