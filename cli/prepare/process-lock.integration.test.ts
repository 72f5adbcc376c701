import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { expect, test } from 'vitest'
import { until } from '../../test/until'
import { lockHolder, tryLock, waitForLock } from './process-lock.mjs'

const key = `test ${process.pid} ${Math.random()}`

/** Another process that takes the lock and keeps it. */
async function holdElsewhere() {
  const module = path.join(import.meta.dirname, 'process-lock.mjs')
  const script = `import { tryLock } from ${JSON.stringify(module)}
    if (await tryLock(${JSON.stringify(key)})) console.log('held')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script])
  await once(child.stdout, 'data')
  return child
}

test('a lock is free again the moment its holder is killed', async () => {
  const holder = await holdElsewhere()
  expect(await tryLock(key)).toBeNull()
  expect(await lockHolder(key)).toBe(String(holder.pid))
  holder.kill('SIGKILL')
  const lock = await until('the lock is free', () => tryLock(key))
  await lock.release()
})

test('a second taker in the same process waits for the first', async () => {
  const first = await waitForLock(key, 1)
  await expect(waitForLock(key, 0.1)).rejects.toThrow(`process ${process.pid} holds the lock`)
  const second = waitForLock(key, 5)
  await first.release()
  await (await second).release()
})
