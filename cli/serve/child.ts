import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { log } from '../../lib/platform/log'
import { type Facts, messageReady } from './child-ready'
import { restartDelay } from './restart-delay'

export type ChildOptions = {
  /** a program of .build/; also POSTHORN_PROCESS, which its logs carry */
  name: string
  buildDir: string
  env: NodeJS.ProcessEnv
  /** options of Node itself */
  flags: string[]
  /** 'pipe' when `untilReady` reads its standard output */
  stdout?: 'inherit' | 'pipe'
  /** resolves with what the process has to tell once it serves; rejects with words for a person */
  untilReady?: (process: ChildProcess) => Promise<Facts>
  /** told each time it serves again after an end of its own */
  onServingAgain?: (facts: Facts) => void
}

/** A supervised process: started again, with growing delays, whenever it ends by itself. */
export type Child = {
  ready: Promise<Facts>
  /** ends the process; it is started again with what `env` holds by then */
  renew(): void
  stop(): Promise<void>
}

const STOP_PATIENCE = 6_000
const STABLE_AFTER = 60_000

/** Starts the program. An end before it was ready for the first time rejects `ready` and is not retried. */
export function startChild(options: ChildOptions): Child {
  const untilReady = options.untilReady ?? messageReady
  let current: ChildProcess
  let timer: NodeJS.Timeout | undefined
  let failures = 0
  let isSupervised = false
  const begin = () => {
    const began = Date.now()
    current = spawnProgram(options)
    current.once('exit', (code, signal) => {
      if (!isSupervised) return
      failures = Date.now() - began > STABLE_AFTER ? 1 : failures + 1
      const waitMs = restartDelay(failures)
      log.error({ child: options.name, code, signal, waitMs }, 'process ended; starting it again')
      timer = setTimeout(() => {
        const fail = (error: Error) => log.error({ child: options.name }, error.message)
        begin().then(options.onServingAgain, fail)
      }, waitMs)
    })
    return untilReady(current)
  }
  const ready = begin().then((facts) => {
    isSupervised = true
    return facts
  })
  const stop = () => {
    isSupervised = false
    clearTimeout(timer)
    return endProcess(current)
  }
  return { ready, renew: () => void current.kill('SIGTERM'), stop }
}

function spawnProgram({ name, buildDir, env, flags, stdout = 'inherit' }: ChildOptions): ChildProcess {
  const file = (program: string) => path.join(buildDir, `${program}.mjs`)
  // each arena of glibc keeps what its threads freed: two instead of eight a core save some 30 MB
  // the IPC channel closes when we die, however we die; the preloaded program then ends its process
  const preload = pathToFileURL(file('stop-with-parent')).href
  return spawn(process.execPath, [...flags, '--import', preload, file(name)], {
    env: { MALLOC_ARENA_MAX: '2', ...env, POSTHORN_PROCESS: name },
    stdio: ['ignore', stdout, 'inherit', 'ipc'],
  })
}

/** SIGTERM, and SIGKILL for one that does not go. */
async function endProcess(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE)
  await gone
  clearTimeout(timer)
}
