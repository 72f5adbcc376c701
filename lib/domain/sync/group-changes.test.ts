import { describe, expect, test } from 'vitest'
import type { PlacedChange } from '../messages/take-changes'
import { groupChanges } from './group-changes'

const none = { seen: false, answered: false, flagged: false, draft: false, keywords: [] }
let next = 0n
const flags = (messageId: string, add: string[], folderId = 'inbox'): PlacedChange => ({
  id: ++next,
  messageId,
  attempts: 1,
  kind: 'flags',
  payload: { add, remove: [], before: none },
  at: { folderId, uid: 1n },
  headerId: '',
})

describe('changes on their way', () => {
  test('that ask for the same in the same folder go together, in order', () => {
    const groups = groupChanges([
      flags('a', ['seen']),
      flags('b', ['seen']),
      flags('c', ['flagged']),
      flags('d', ['seen']),
    ])
    expect(groups.map((group) => group.map((change) => change.messageId))).toEqual([['a', 'b'], ['c'], ['d']])
  })

  test('in different folders, or twice for one message, do not', () => {
    expect(groupChanges([flags('a', ['seen']), flags('b', ['seen'], 'sent')])).toHaveLength(2)
    expect(groupChanges([flags('a', ['seen']), flags('a', ['seen'])])).toHaveLength(2)
  })

  test('of messages that are nowhere are kept apart from those that are', () => {
    expect(groupChanges([flags('a', ['seen']), { ...flags('b', ['seen']), at: null }])).toHaveLength(2)
  })
})
