// One line a step, with its duration. Plain JavaScript, as everything in cli/prepare: it runs before anything is
// installed.

/**
 * Runs one step and prints `name … result  1.2 s`. The work may answer a few words on what it found.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @returns {Promise<T>}
 */
export async function step(name, work) {
  const began = performance.now()
  const result = await work()
  const words = typeof result === 'string' && result ? `${name}: ${result}` : name
  print(`  ${words.padEnd(58)} ${((performance.now() - began) / 1000).toFixed(2).padStart(7)} s`)
  return result
}

/** A line for the person who started us. */
export function print(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`)
}
