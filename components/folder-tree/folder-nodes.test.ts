import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Folder } from '@/lib/contract/mailboxes'
import { type FolderNode, folderNodes } from './folder-nodes'

const folder = (path: string, change: Partial<Folder> = {}): Folder => ({
  id: path,
  path,
  name: path.split('/').at(-1) ?? path,
  delimiter: '/',
  role: null,
  selectable: true,
  total: 0,
  unread: 0,
  cached: 0,
  ...change,
})

const shape = (nodes: FolderNode[]): unknown[] =>
  nodes.map((node) => (node.children.length ? [node.folder.path, shape(node.children)] : node.folder.path))

describe('the folder tree', () => {
  test('roles come first, the rest by name, children under their parents', () => {
    const folders = [
      folder('Work/Bills 10'),
      folder('Trash', { role: 'trash' }),
      folder('Work/Bills 9'),
      folder('INBOX', { role: 'inbox' }),
      folder('Work'),
      folder('INBOX/Sent', { role: 'sent' }),
      folder('INBOX/Family'),
    ]
    expect(shape(folderNodes(folders, 'en'))).toEqual([
      'INBOX',
      'INBOX/Sent',
      'Trash',
      'INBOX/Family',
      ['Work', ['Work/Bills 9', 'Work/Bills 10']],
    ])
  })

  test('a parent that cannot be opened stays only while it has children', () => {
    const folders = [folder('[Gmail]', { selectable: false }), folder('Empty', { selectable: false })]
    expect(shape(folderNodes([...folders, folder('[Gmail]/All')], 'en'))).toEqual([
      ['[Gmail]', ['[Gmail]/All']],
    ])
  })

  test('every folder that can be opened appears exactly once', () => {
    const paths = fc.uniqueArray(fc.stringMatching(/^[ab/]{1,6}$/), { maxLength: 20 })
    fc.assert(
      fc.property(paths, (list) => {
        const count = (nodes: FolderNode[]): number =>
          nodes.reduce((sum, n) => sum + 1 + count(n.children), 0)
        expect(
          count(
            folderNodes(
              list.map((path) => folder(path)),
              'en',
            ),
          ),
        ).toBe(list.length)
      }),
    )
  })
})
