import type { RowItem } from '../message-list/row-item'
import type { Target } from '../thread-actions/target'

/** A found message stands for itself, a conversation for all it has in its folder. */
export function targetOf(row: RowItem): Target {
  return {
    threadId: row.threadId,
    folderId: row.folderId,
    messageIds: row.folderName ? [row.latest.id] : null,
    isUnread: row.isUnread,
  }
}
