import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { countTests } from './tally.mjs'

/** @typedef {{ name: string, seconds: number, passed: number, failed: number, skipped: number }} Result */

/**
 * One stage of a run: prints its name, does the work, answers counts and time. A throw is one failure, in words.
 * @param {string} name
 * @param {() => Promise<Partial<Result> | void>} work
 * @returns {Promise<Result>}
 */
export async function stage(name, work) {
  const began = performance.now()
  console.log(`\n== ${name}`)
  let counts = {}
  try {
    counts = (await work()) ?? {}
  } catch (error) {
    console.error(error.message)
    counts = { failed: 1 }
  }
  const seconds = (performance.now() - began) / 1000
  console.log(`== ${name}: ${counts.failed ? 'FAILED' : 'ok'} (${seconds.toFixed(1)} s)`)
  return { name, seconds, passed: 0, failed: 0, skipped: 0, ...counts }
}

/**
 * Runs a command with its output shown; answers its exit code (1 when a signal ended it).
 * @param {string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function show([program, ...args], env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** A command that must end well. */
export async function must(command, env) {
  const code = await show(command, env)
  if (code !== 0) throw new Error(`${path.basename(command[1] ?? command[0])} ended with code ${code}`)
}

/** Vitest on one project, files filtered by `paths`; counts from its JSON report. */
export function vitest(project, paths = [], env = {}) {
  return withReport(async (report) => {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const flags = ['run', '--project', project, '--allowOnly=false', ...reporters]
    const code = await show([process.execPath, 'node_modules/vitest/vitest.mjs', ...flags, ...paths], env)
    return countTests(report, code)
  })
}

/** The browser tests; counts from Playwright's JSON report. */
export function playwright() {
  return withReport(async (report) => {
    const command = [process.execPath, 'node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json']
    const code = await show(command, { PLAYWRIGHT_JSON_OUTPUT_NAME: report })
    return countTests(report, code)
  })
}

async function withReport(work) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'posthorn-report-'))
  try {
    return await work(path.join(folder, 'report.json'))
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}
