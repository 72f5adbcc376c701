import type { ChildProcess } from 'node:child_process'
import readline from 'node:readline'
import { z } from 'zod'
import { type Child, startChild } from './child'
import type { Facts } from './child-ready'

const Ready = z.object({ ready: z.literal(true), imapUrl: z.string(), smtpUrl: z.string() })
const PATIENCE = 30_000

/**
 * The demo's two mail servers. They tell the environment the other processes need, and tell it again, with new
 * ports, after a crash.
 */
export function startPostOffice(
  buildDir: string,
  env: NodeJS.ProcessEnv,
  onServingAgain: (facts: Facts) => void,
): Child {
  const name = 'post-office'
  return startChild({
    name,
    flags: ['--enable-source-maps'],
    buildDir,
    env,
    stdout: 'pipe',
    untilReady: firstLine,
    onServingAgain,
  })
}

/** It says where it listens in its first line of output, as JSON; the rest is its log. */
function firstLine(child: ChildProcess): Promise<Facts> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new Error('the demo post office did not become ready in time')),
      PATIENCE,
    )
    child.once('error', reject)
    child.once('exit', () => {
      clearTimeout(late)
      reject(new Error('the demo post office ended while starting'))
    })
    if (!child.stdout) return
    readline.createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = line.startsWith('{"ready"') ? Ready.parse(JSON.parse(line)) : undefined
      if (!ready) return void process.stdout.write(`${line}\n`)
      clearTimeout(late)
      resolve({ IMAP_URL: ready.imapUrl, SMTP_URL: ready.smtpUrl, POSTHORN_DEMO: '1' })
    })
  })
}
