import type { Folder, Mailbox } from '../contract/mailboxes'
import { api } from './api'

export const fetchMailboxes = (signal?: AbortSignal) =>
  api.get<{ mailboxes: Mailbox[] }>('/mailboxes', { signal }).then((answer) => answer.mailboxes)

export const fetchFolders = (mailboxId: string, signal?: AbortSignal) =>
  api
    .get<{ folders: Folder[] }>(`/mailboxes/${encodeURIComponent(mailboxId)}/folders`, { signal })
    .then((answer) => answer.folders)
