// The demo post office as a process of its own, started by the launcher. Prints one JSON line when it listens.
import { fstatSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { log } from '../platform/log'
import { type PostOffice, startPostOffice } from './post-office'

const Environment = z.object({ DATA_DIR: z.string().min(1) })

/** What the parent may ask over IPC: take a domain's exchange down, or up again. */
const Control = z.object({ exchange: z.string(), up: z.boolean() })

async function main(): Promise<void> {
  const { DATA_DIR } = Environment.parse(process.env)
  const office = await startPostOffice({ directory: path.resolve(DATA_DIR, 'post-office') })
  process.on('message', (message) => void control(office, message))
  stopWithParent(async () => {
    setTimeout(() => process.exit(1), 5_000).unref()
    await office.close()
    process.exit(0)
  })
  console.log(JSON.stringify({ ready: true, imapUrl: office.imapUrl, smtpUrl: office.smtpUrl }))
}

async function control(office: PostOffice, message: unknown): Promise<void> {
  const asked = Control.safeParse(message)
  if (!asked.success) return
  const server = office.serverOf(asked.data.exchange)
  await (asked.data.up ? server.startExchange() : server.stopExchange())
  process.send?.({ ...asked.data, done: true })
}

/** A launcher that was killed cannot stop its children: its closed pipe or channel does. */
function stopWithParent(stop: () => Promise<void>): void {
  let isStopping = false
  const once = () => {
    if (!isStopping) void stop()
    isStopping = true
  }
  process.on('SIGTERM', once)
  process.on('SIGINT', once)
  process.on('disconnect', once)
  if (isPipe()) process.stdin.on('end', once).on('close', once).on('error', once).resume()
}

/** With stdin from /dev/null or a terminal there is nothing to watch. */
function isPipe(): boolean {
  try {
    const stdin = fstatSync(0)
    return stdin.isFIFO() || stdin.isSocket()
  } catch {
    return false
  }
}

main().catch((error: unknown) => {
  log.fatal({ err: error }, 'the demo post office could not start')
  process.exitCode = 1
})
