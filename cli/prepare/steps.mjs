// One line a step, with its duration. Plain JavaScript, as everything in cli/prepare: it runs before anything is
// installed.

/**
 * Runs one step, prints `name: words  1.2 s` and answers what the work answered.
 * @template T
 * @param {string} name
 * @param {() => Promise<T> | T} work
 * @param {(result: T) => string} [words] what it found; a text answered by the work when left out
 * @returns {Promise<T>}
 */
export async function step(name, work, words = (result) => (typeof result === 'string' ? result : '')) {
  const began = performance.now()
  const result = await work()
  const line = [name, words(result)].filter(Boolean).join(': ')
  print(`  ${line.padEnd(58)} ${((performance.now() - began) / 1000).toFixed(2).padStart(7)} s`)
  return result
}

/** A line for the person who started us. */
export function print(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`)
}
