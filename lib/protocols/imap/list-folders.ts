import type { ListResponse } from 'imapflow'
import type { FolderRole } from '../../mail/folder-role'
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

/** LIST with SPECIAL-USE (RFC 6154); without it imapflow knows the usual names in some forty languages. */
export async function listFolders(connection: Connection): Promise<RemoteFolder[]> {
  const listed = await command(connection, () => connection.client.list())
  return listed.map(toFolder)
}

function toFolder(entry: ListResponse): RemoteFolder {
  return {
    path: entry.path,
    name: entry.name,
    delimiter: entry.delimiter || '/',
    role: ROLES[entry.specialUse ?? ''] ?? roleByName(entry),
    selectable: !entry.flags.has('\\Noselect') && !entry.flags.has('\\NonExistent'),
    subscribed: entry.subscribed,
  }
}

/** Names that imapflow's tables miss. */
const MORE_NAMES: Record<string, FolderRole> = {
  보낸편지함: 'sent',
  '보낸 메일함': 'sent',
  보낸메일함: 'sent',
  임시보관함: 'drafts',
  임시보관메일함: 'drafts',
  '임시 보관함': 'drafts',
  휴지통: 'trash',
  지운편지함: 'trash',
  '지운 편지함': 'trash',
  스팸메일함: 'junk',
  스팸편지함: 'junk',
  정크메일: 'junk',
  보관함: 'archive',
  보관편지함: 'archive',
}

function roleByName(entry: { path: string; name: string }): FolderRole | null {
  if (entry.path.toUpperCase() === 'INBOX') return 'inbox'
  return MORE_NAMES[entry.name.normalize('NFC')] ?? null
}
