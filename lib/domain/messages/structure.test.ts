import { describe, expect, test } from 'vitest'
import type { PartNode } from '../../protocols/imap/imap-session'
import { hasAttachments, leavesOf, previewPart, readStructure, storableStructure } from './structure'

const part = (type: string, more: Partial<PartNode> = {}): PartNode => ({
  section: '1',
  type,
  parameters: {},
  disposition: null,
  dispositionParameters: {},
  contentId: null,
  encoding: '7bit',
  size: 1,
  children: [],
  ...more,
})
const tree = (...children: PartNode[]) => part('multipart/mixed', { children })

describe('a part tree', () => {
  test('of text and HTML has no attachments', () => {
    expect(hasAttachments(tree(part('text/plain'), part('text/html')))).toBe(false)
  })

  test.each([
    ['a PDF', part('application/pdf'), true],
    ['a text file by name', part('text/plain', { parameters: { name: 'a.txt' } }), true],
    ['a forwarded message', part('message/rfc822', { children: [part('text/plain')] }), true],
    ['an image shown in the HTML', part('image/png', { contentId: 'a@b' }), false],
    ['a signature', part('application/pgp-signature'), false],
  ])('%s', (_, extra, expected) => {
    expect(hasAttachments(tree(part('text/plain'), extra))).toBe(expected)
  })

  test('shows the plain text in lists, else the HTML', () => {
    const plain = part('text/plain', { section: '2' })
    expect(previewPart(tree(part('text/html'), plain))?.section).toBe('2')
    expect(previewPart(tree(part('text/html')))?.type).toBe('text/html')
    expect(previewPart(null)).toBeNull()
  })

  test('of any depth and width is walked without recursion', () => {
    let deep = part('text/plain')
    for (let level = 0; level < 20_000; level++) deep = tree(deep)
    expect(leavesOf(deep)).toHaveLength(1)
    expect(leavesOf(tree(...Array.from({ length: 1000 }, () => part('text/plain'))))).toHaveLength(1000)
  })

  test('that is huge or holds NUL is not stored', () => {
    expect(storableStructure(tree(...Array.from({ length: 2000 }, () => part('text/plain'))))).toBeNull()
    expect(storableStructure(part('text/plain', { parameters: { name: 'a\0b' } }))).toBeNull()
    const small = tree(part('text/plain', { parameters: { charset: 'utf-8' }, encoding: 'base64' }))
    expect(readStructure(JSON.parse(JSON.stringify(storableStructure(small))))).toEqual(small)
  })
})
