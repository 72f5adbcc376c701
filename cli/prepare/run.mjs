import { spawn } from 'node:child_process'

/**
 * Runs a program to its end and answers nothing; its output is kept back and thrown with the failure. A signal
 * to us stops it too, so that an interrupted start leaves nothing running.
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export async function run(program, args, env = process.env) {
  const child = spawn(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  const output = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(data))
  const forward = (signal) => child.kill(signal)
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, forward)
  try {
    const end = await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve({ code, signal }))
    })
    if (end.signal) process.exit(1)
    if (end.code !== 0) throw new Error(`${program} ${args.join(' ')} failed:\n${Buffer.concat(output)}`)
  } finally {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.off(signal, forward)
  }
}
