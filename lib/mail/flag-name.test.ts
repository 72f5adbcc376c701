import { expect, test } from 'vitest'
import { readFlags, wireFlag } from './flag-name'

test('system flags are told from keywords in any case', () => {
  expect(readFlags(['\\seen', '\\Recent', '$Forwarded', 'b', '\\Deleted', 'b'])).toEqual({
    flags: { seen: true, answered: false, flagged: false, draft: false },
    keywords: ['$Forwarded', 'b'],
  })
})

test('names go back to the wire', () => {
  expect(['seen', 'draft', '$Junk', 'constructor'].map(wireFlag)).toEqual([
    '\\Seen',
    '\\Draft',
    '$Junk',
    'constructor',
  ])
})
