import { setTimeout as delay } from 'node:timers/promises'

const STEP = 25

/** Waits until the condition holds (answers something truthy) and answers that; throws in `timeout` ms, saying what. */
export async function until<T>(
  what: string,
  condition: () => T | Promise<T>,
  timeout = 10_000,
): Promise<NonNullable<T>> {
  const deadline = Date.now() + timeout
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > deadline) throw new Error(`waited ${timeout} ms until ${what}`)
    await delay(STEP)
  }
}
