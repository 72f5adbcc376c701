import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ThreadSummary } from '@/lib/contract/messages'
import {
  appendPage,
  type LoadedThreads,
  markThreads,
  replaceHead,
  withoutThreads,
  withThreads,
} from './loaded-threads'

/** number n of a folder, larger is newer */
function thread(n: number): ThreadSummary {
  const id = `t${String(n).padStart(4, '0')}`
  const receivedAt = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString()
  const flags = { seen: false, answered: false, flagged: false, draft: false }
  const latest = {
    id: `m${n}`,
    threadId: id,
    folderId: 'f',
    uid: n,
    messageId: '',
    subject: '',
    from: [],
    to: [],
    date: null,
    receivedAt,
    size: 1,
    flags,
    keywords: [],
    hasAttachments: false,
    preview: '',
  }
  return { id, subject: '', participants: [], messageCount: 1, unreadCount: 1, latest }
}

const numbers = (list: LoadedThreads) => list.threads.map((t) => t.latest.uid)
const newestFirst = (all: number[]) => [...new Set(all)].sort((a, b) => b - a)

/** what the server answers for the first `count` of a folder */
function prefix(folder: number[], count: number): LoadedThreads {
  const part = newestFirst(folder).slice(0, count)
  return {
    threads: part.map(thread),
    nextCursor: part.length < folder.length ? String(part.at(-1)) : null,
    total: folder.length,
  }
}

const folders = fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 60 })

describe('the loaded part of a folder', () => {
  test('a new head over an old tail never doubles a row and stays in order', () => {
    fc.assert(
      fc.property(folders, folders, fc.nat(60), fc.nat(60), (before, after, loaded, headSize) => {
        const merged = replaceHead(prefix(before, loaded + 1), prefix(after, headSize + 1))
        expect(numbers(merged)).toEqual(newestFirst(numbers(merged) as number[]))
        expect(merged.total).toBe(after.length)
      }),
    )
  })

  test('nothing above the end of the head survives that the server no longer has', () => {
    fc.assert(
      fc.property(folders, fc.nat(60), fc.nat(60), (before, loaded, gone) => {
        const after = before.filter((_, at) => at !== gone % before.length)
        fc.pre(after.length > 0)
        const head = prefix(after, Math.min(after.length, loaded + 1))
        const merged = replaceHead(prefix(before, loaded + 1), head)
        const end = head.threads.at(-1)?.latest.uid ?? 0
        expect(numbers(merged).filter((n) => (n ?? 0) >= end)).toEqual(numbers(head))
      }),
    )
  })

  test('paging shows every conversation once', () => {
    fc.assert(
      fc.property(folders, fc.integer({ min: 1, max: 20 }), (folder, size) => {
        let list = prefix(folder, size)
        for (let at = size; at < folder.length; at += size) {
          const threads = newestFirst(folder)
            .slice(at, at + size)
            .map(thread)
          list = appendPage(list, { threads, nextCursor: null, total: folder.length })
        }
        expect(numbers(list)).toEqual(newestFirst(folder))
      }),
    )
  })

  test('taking rows out and putting them back changes nothing', () => {
    fc.assert(
      fc.property(folders, fc.array(fc.nat(300)), (folder, picks) => {
        const list = prefix(folder, folder.length)
        const rows = list.threads.filter((row) => picks.includes(row.latest.uid ?? -1))
        const without = withoutThreads(list, new Set(rows.map((row) => row.id)))
        expect(without.threads.length).toBe(list.threads.length - rows.length)
        expect(withThreads(without, rows)).toEqual(list)
      }),
    )
  })

  test('marking touches only the rows meant', () => {
    const list = prefix([1, 2, 3], 3)
    const marked = markThreads(list, new Set(['t0002']), true)
    expect(marked.threads.map((row) => row.unreadCount)).toEqual([1, 0, 1])
    expect(markThreads(list, new Set(['other']), true)).toBe(list)
  })
})
