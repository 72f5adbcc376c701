import type { Address } from '@/lib/contract/common'
import type { FolderRole } from '@/lib/contract/mailboxes'
import type { SearchPage, Summary, ThreadSummary } from '@/lib/contract/messages'

/** One row of the list: a conversation of a folder, or one message found by a search. */
export type RowItem = {
  key: string
  threadId: string
  folderId: string
  /** who to show: the other side of the conversation */
  people: Address[]
  /** people are those written to */
  isOutgoing: boolean
  count: number
  isUnread: boolean
  latest: Summary
  /** of a search hit */
  folderName?: string
}

export function rowOfThread(thread: ThreadSummary, folderId: string, role: FolderRole | null): RowItem {
  const isOutgoing = role === 'sent' || role === 'drafts'
  const { latest } = thread
  return {
    key: thread.id,
    threadId: thread.id,
    folderId,
    people: isOutgoing ? latest.to : thread.participants.length > 0 ? thread.participants : latest.from,
    isOutgoing,
    count: thread.messageCount,
    isUnread: thread.unreadCount > 0,
    latest,
  }
}

export function rowOfHit(hit: SearchPage['messages'][number], folderName: string): RowItem {
  return {
    key: hit.id,
    threadId: hit.threadId,
    folderId: hit.folderId,
    people: hit.from,
    isOutgoing: false,
    count: 1,
    isUnread: !hit.flags.seen,
    latest: hit,
    folderName,
  }
}
