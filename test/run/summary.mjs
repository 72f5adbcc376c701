/**
 * Prints a line a stage and, last, the counts alone on a line. Answers the exit code: a skipped test is a failure
 * too, because nobody asked for it.
 * @param {import('./stage.mjs').Result[]} results
 */
export function summarise(results) {
  console.log('\nSummary')
  for (const { name, seconds, passed, failed, skipped } of results) {
    const counts = [
      passed && `${passed} passed`,
      failed && `${failed} failed`,
      skipped && `${skipped} skipped`,
    ]
    const words = counts.filter(Boolean).join(', ') || 'ok'
    console.log(`  ${name.padEnd(44)} ${words.padEnd(28)} ${seconds.toFixed(1).padStart(7)} s`)
  }
  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  const failed = sum('failed') + sum('skipped')
  if (sum('skipped')) console.log(`\n${sum('skipped')} skipped: counted as failed`)
  console.log(`\n${sum('passed')} passed, ${failed} failed`)
  return failed === 0 ? 0 : 1
}
