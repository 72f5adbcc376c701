import fs from 'node:fs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts of a run from its JSON report. A run that wrote none, or ended badly with all its tests passed (an error
 * outside a test), counts as one failure.
 * @param {string} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(report, exitCode) {
  const counts = readCounts(report)
  const isSilent = counts.passed + counts.failed + counts.skipped === 0
  if ((exitCode !== 0 && counts.failed === 0) || isSilent) return { ...counts, failed: 1 }
  return counts
}

/** @returns {Counts} */
function readCounts(report) {
  if (!fs.existsSync(report)) return { passed: 0, failed: 0, skipped: 0 }
  const json = JSON.parse(fs.readFileSync(report, 'utf8'))
  return json.stats ? ofPlaywright(json.stats) : ofVitest(json)
}

/** A test that passed only at a second try has failed. */
function ofPlaywright({ expected, unexpected, flaky, skipped }) {
  return { passed: expected, failed: unexpected + flaky, skipped }
}

function ofVitest({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) {
  return { passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }
}
