import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { mayImport, onlyIn, staircase } from './may-import'

type Arrow = { from: string; to: string; isPackage: boolean }

const sources = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '*.ts', '*.tsx'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file.includes('/') && fs.existsSync(file))

const arrows: Arrow[] = sources.flatMap((from) => importsOf(from))

function importsOf(from: string): Arrow[] {
  const text = fs.readFileSync(from, 'utf8')
  const found = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"\n]+)['"]/g)].map(
    (m) => m[1] ?? '',
  )
  return found.map((target) => {
    if (target.startsWith('@/')) return { from, to: target.slice(2), isPackage: false }
    if (target.startsWith('.'))
      return { from, to: path.posix.join(path.posix.dirname(from), target), isPackage: false }
    return { from, to: target, isPackage: true }
  })
}

function roomOf(file: string): string | undefined {
  return Object.keys(mayImport)
    .filter((room) => file === room || file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

const isTest = (file: string) => /\.(test|spec)\.tsx?$/.test(file)
const own = arrows.filter((arrow) => !arrow.isPackage && !arrow.to.startsWith('generated/'))
const nameOf = (arrow: Arrow) => `${arrow.from} -> ${arrow.to}`
const under = (file: string, places: string[]) =>
  places.some((p) => file === p || file.startsWith(`${p}/`) || file.startsWith(`${p}.`))

describe('the house', () => {
  test('every source file lives in a known room', () => {
    expect(sources.filter((file) => roomOf(file) === undefined)).toEqual([])
  })

  test('a room imports only what the table allows', () => {
    const wrong = own.filter((arrow) => {
      const from = roomOf(arrow.from)
      if (!from || (isTest(arrow.from) && arrow.to.startsWith('test/'))) return false
      return !under(arrow.to, [...(mayImport[from] ?? []), from])
    })
    expect(wrong.map(nameOf)).toEqual([])
  })

  test('the domain is a staircase', () => {
    const step = (file: string) => file.match(/^lib\/domain\/([^/]+)/)?.[1]
    const wrong = own.filter((arrow) => {
      const [from, to] = [step(arrow.from), step(arrow.to)]
      if (!from || !to || from === to || isTest(arrow.from)) return false
      return (staircase[to] ?? 99) >= (staircase[from] ?? 0)
    })
    expect(wrong.map(nameOf)).toEqual([])
  })

  test("nobody reaches into another folder's store", () => {
    const wrong = own.filter(
      (arrow) =>
        /\.store(\.ts)?$/.test(arrow.to) &&
        !isTest(arrow.from) &&
        path.posix.dirname(arrow.from) !== path.posix.dirname(arrow.to),
    )
    expect(wrong.map(nameOf)).toEqual([])
  })

  test('wire libraries stay in their rooms', () => {
    const wrong = arrows.filter((arrow) => {
      const name = Object.keys(onlyIn).find((p) => arrow.to === p || arrow.to.startsWith(`${p}/`))
      return (
        arrow.isPackage &&
        name &&
        !isTest(arrow.from) &&
        !under(arrow.from, ['test', 'bench', 'e2e', ...(onlyIn[name] ?? [])])
      )
    })
    expect(wrong.map(nameOf)).toEqual([])
  })

  test('Prisma is seen only by lib/db and the stores', () => {
    const wrong = arrows.filter(
      (arrow) =>
        arrow.to.startsWith('generated/prisma') &&
        !arrow.from.startsWith('lib/db/') &&
        !/\.store\.ts$/.test(arrow.from) &&
        !isTest(arrow.from),
    )
    expect(wrong.map(nameOf)).toEqual([])
  })

  test('there are no circles between files', () => {
    expect(findCircle(own)).toBeNull()
  })

  test('there are no drawers and no barrels', () => {
    const drawers = sources.filter((file) =>
      /(^|\/)(utils|helpers|common-code|misc|shared)(\/|\.tsx?$)/.test(file),
    )
    const barrels = sources.filter((file) => /(^|\/)index\.tsx?$/.test(file))
    expect([...drawers, ...barrels]).toEqual([])
  })
})

function resolve(target: string): string | undefined {
  return [`${target}.ts`, `${target}.tsx`, target].find((file) => sources.includes(file))
}

function findCircle(list: Arrow[]): string[] | null {
  const graph = new Map<string, string[]>()
  for (const arrow of list) {
    const to = resolve(arrow.to)
    if (to) graph.set(arrow.from, [...(graph.get(arrow.from) ?? []), to])
  }
  const state = new Map<string, 'open' | 'done'>()
  const walk = (file: string, trail: string[]): string[] | null => {
    if (state.get(file) === 'done') return null
    if (state.get(file) === 'open') return [...trail.slice(trail.indexOf(file)), file]
    state.set(file, 'open')
    for (const next of graph.get(file) ?? []) {
      const circle = walk(next, [...trail, file])
      if (circle) return circle
    }
    state.set(file, 'done')
    return null
  }
  for (const file of graph.keys()) {
    const circle = walk(file, [])
    if (circle) return circle
  }
  return null
}
