import { appendFileSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFolder, deleteFolder, renameFolder, StoreRefusal } from './change-folders'
import { addMessage, placeMessages, removeMessages, setFlags } from './change-messages'
import { MailStore } from './mail-store'

let directory: string
let store: MailStore
const now = new Date('2026-03-04T05:06:07Z')

beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'mail-store-'))
  store = new MailStore(directory)
  createFolder(store, 'INBOX', null, now)
})

afterEach(() => {
  store.close()
  rmSync(directory, { recursive: true })
})

function reopen(): MailStore {
  store.close()
  store = new MailStore(directory)
  return store
}

function add(folder: string, text: string): number {
  return addMessage(store, folder, { raw: Buffer.from(text), flags: [], date: now })
}

function inbox() {
  const folder = store.folder('INBOX')
  if (!folder) throw new Error('no INBOX')
  return folder
}

test('a line that was not finished is no change, and later changes are kept', () => {
  add('INBOX', 'one')
  store.close()
  appendFileSync(path.join(directory, 'journal.jsonl'), '[{"t":"remove","path":"INBOX","uid":1,')
  store = new MailStore(directory)
  expect([...inbox().messages.keys()]).toEqual([1])
  add('INBOX', 'two')
  reopen()
  expect([...inbox().messages.keys()]).toEqual([1, 2])
})

test('a damaged line in the middle stops the start instead of losing mail', () => {
  store.close()
  appendFileSync(path.join(directory, 'journal.jsonl'), 'not json\n')
  expect(() => new MailStore(directory)).toThrow()
  rmSync(path.join(directory, 'journal.jsonl'))
  store = new MailStore(directory)
})

test('a long journal is rewritten, and everything is still the same', () => {
  for (let count = 0; count < 300; count++) {
    add('INBOX', `${count}`)
    setFlags(store, inbox(), new Map([[count + 1, ['\\Seen']]]))
  }
  removeMessages(store, inbox(), [300])
  const before = structuredClone(inbox())
  expect(structuredClone(reopen().folder('INBOX'))).toEqual(before)
  expect(structuredClone(reopen().folder('INBOX'))).toEqual(before)
  expect(add('INBOX', 'next')).toBe(301)
})

test('a copy shares its file, which goes when the last one is removed', () => {
  createFolder(store, 'Archive', '\\Archive', now)
  add('INBOX', 'shared')
  placeMessages(store, inbox(), [1], 'Archive', false)
  removeMessages(store, inbox(), [1])
  const files = () => readdirSync(path.join(directory, 'messages'))
  reopen()
  expect(files()).toHaveLength(1)
  const archive = store.folder('Archive')
  if (archive) removeMessages(store, archive, [1])
  reopen()
  expect(files()).toHaveLength(0)
})

test('bytes whose folder entry was never written are cleaned away', () => {
  store.writeMessage(Buffer.from('lost'))
  reopen()
  expect(readdirSync(path.join(directory, 'messages'))).toEqual([])
  expect(existsSync(path.join(directory, 'journal.jsonl'))).toBe(true)
})

test('folders are made with their parents, renamed with their children, and never confused with their past', () => {
  createFolder(store, 'a/b/c', null, now)
  renameFolder(store, 'a/b', 'z')
  expect([...store.folders.keys()]).toEqual(['INBOX', 'a', 'z', 'z/c'])
  expect(() => deleteFolder(store, 'z')).toThrow(StoreRefusal)
  expect(() => createFolder(store, 'inbox', null, now)).toThrow(StoreRefusal)
  const old = store.folder('a')?.uidValidity
  deleteFolder(store, 'a')
  createFolder(store, 'a', null, now)
  expect(store.folder('a')?.uidValidity).not.toBe(old)
})
