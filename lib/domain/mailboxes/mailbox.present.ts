import type { Folder, Mailbox } from '../../contract/mailboxes'
import { ConnectError, FolderRole, MailboxSyncState } from '../../contract/mailboxes'
import type { FolderRow } from './folder.store'
import type { MailboxRow } from './mailbox.store'

export function presentMailbox(row: MailboxRow): Mailbox {
  const error = ConnectError.safeParse(row.syncError)
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    kind: row.kind === 'shared' ? 'shared' : 'personal',
    protocol: row.protocol === 'pop3' ? 'pop3' : 'imap',
    sync: {
      state: MailboxSyncState.catch('new').parse(row.syncState),
      verifiedAt: row.verifiedAt?.toISOString() ?? null,
      error: error.success ? error.data : null,
      nextTryAt: row.nextTryAt?.toISOString() ?? null,
    },
  }
}

export function presentFolder(row: FolderRow): Folder {
  return {
    id: row.id,
    path: row.path,
    name: row.name,
    delimiter: row.delimiter,
    role: FolderRole.nullable().catch(null).parse(row.role),
    selectable: row.selectable,
    // while the first synchronisation runs the server knows better
    total: row.lowUid === 1n ? row.total : Math.max(row.total, row.serverTotal),
    unread: row.unread,
    cached: row.total,
  }
}
