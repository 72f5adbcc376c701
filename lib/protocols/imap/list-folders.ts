import type { ListResponse } from 'imapflow'
import { type FolderRole, roleByName } from '../../mail/folder-role'
import { type Connection, command } from './connection'
import type { RemoteFolder } from './imap-session'

const ROLES: Record<string, FolderRole> = {
  '\\Inbox': 'inbox',
  '\\Sent': 'sent',
  '\\Drafts': 'drafts',
  '\\Trash': 'trash',
  '\\Junk': 'junk',
  '\\Archive': 'archive',
}

/** LIST with SPECIAL-USE (RFC 6154); without it the role goes by the usual names in many languages. */
export async function listFolders(connection: Connection): Promise<RemoteFolder[]> {
  const listed = await command(connection, () => connection.client.list())
  return listed.map(toFolder)
}

function toFolder(entry: ListResponse): RemoteFolder {
  return {
    path: entry.path,
    name: entry.name,
    delimiter: entry.delimiter || '/',
    role: ROLES[entry.specialUse ?? ''] ?? roleByName(entry.name),
    selectable: !entry.flags.has('\\Noselect') && !entry.flags.has('\\NonExistent'),
    subscribed: entry.subscribed,
  }
}
