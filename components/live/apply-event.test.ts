import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import type { LiveEvent } from '@/lib/contract/events'
import { eventApplier } from './apply-event'
import { keys } from './query-keys'

const all = {
  account: keys.account,
  mailboxes: keys.mailboxes,
  folders: keys.folders('m'),
  otherFolders: keys.folders('n'),
  list: keys.threads('f'),
  otherList: keys.threads('g'),
  thread: keys.thread('t'),
  otherThread: keys.thread('u'),
  message: keys.message('x'),
  search: keys.search('q'),
  outbox: keys.outbox,
  outgoing: keys.outgoing('o'),
  draft: keys.draft('d'),
}

function oldAfter(event: LiveEvent): string[] {
  const client = new QueryClient()
  for (const key of Object.values(all)) client.setQueryData(key, 'cached')
  eventApplier(client)(event)
  return Object.entries(all)
    .filter(([, key]) => client.getQueryState(key)?.isInvalidated)
    .map(([name]) => name)
}

test.each<[LiveEvent, string[]]>([
  [{ type: 'mailbox-changed', mailboxId: 'm' }, ['mailboxes']],
  [{ type: 'folders-changed', mailboxId: 'm' }, ['folders']],
  [
    { type: 'messages-changed', mailboxId: 'm', folderId: 'f', ids: ['x'], threadIds: ['t'] },
    ['folders', 'list', 'thread', 'message', 'search'],
  ],
  [
    { type: 'messages-changed', mailboxId: 'm', folderId: 'f' },
    ['folders', 'list', 'thread', 'otherThread', 'search'],
  ],
  [{ type: 'outbox-changed', outgoingId: 'o' }, ['outbox', 'outgoing']],
  [{ type: 'draft-changed', draftId: 'd' }, ['draft']],
  [{ type: 'session-ended', sessionId: 's' }, ['account']],
  [{ type: 'resync' }, Object.keys(all)],
  [{ type: 'changes-refused', mailboxId: 'm', changeIds: ['c'] }, Object.keys(all)],
])('%j makes old exactly what shows it', (event, expected) => {
  expect(oldAfter(event)).toEqual(expected)
})
