import { expect, test } from 'vitest'
import { Gate } from './gate'

test('so many get in, the next are turned away, and a failure makes room', async () => {
  const gate = new Gate(2)
  const doors: (() => void)[] = []
  const work = () => new Promise<void>((resolve) => doors.push(resolve))
  const inside = [gate.tryRun(work), gate.tryRun(work)]
  expect(await gate.tryRun(work)).toBe(false)
  for (const open of doors) open()
  expect(await Promise.all(inside)).toEqual([true, true])
  await expect(gate.tryRun(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await gate.tryRun(async () => undefined)).toBe(true)
})
