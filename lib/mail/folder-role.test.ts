import { expect, test } from 'vitest'
import { compareFolders, roleByName } from './folder-role'

test.each([
  ['INBOX', 'inbox'],
  ['Sent Items', 'sent'],
  ['Gesendete Elemente', 'sent'],
  ['보낸편지함', 'sent'],
  ['Éléments envoyés', 'sent'],
  ['E\u0301le\u0301ments envoye\u0301s', 'sent'],
  ['임시보관함', 'drafts'],
  ['[Trash]', 'trash'],
  ['휴지통', 'trash'],
  ['Junk E-mail', 'junk'],
  ['Archiv', 'archive'],
  ['Sentinel', null],
  ['Projects', null],
])('%s', (name, role) => {
  expect(roleByName(name)).toBe(role)
})

test('the inbox comes first, then the roles, then names as people count', () => {
  const folder = (path: string) => ({ role: roleByName(path), name: path, path })
  const sorted = ['b10', 'Trash', 'b2', 'Sent', 'INBOX', 'a']
    .map(folder)
    .sort((a, b) => compareFolders(a, b, 'en'))
  expect(sorted.map((one) => one.path)).toEqual(['INBOX', 'Sent', 'Trash', 'a', 'b2', 'b10'])
})
