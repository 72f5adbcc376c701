import type { QueryClient } from '@tanstack/react-query'
import type { Account } from '@/lib/contract/account'
import type { Folder, Mailbox } from '@/lib/contract/mailboxes'
import { keys } from './query-keys'

/** What the server knew when it rendered the page: with it the first screen needs no further request. */
export type Seed = {
  account: Account
  mailboxes: Mailbox[]
  folders: { mailboxId: string; folders: Folder[] }[]
}

export function plant(client: QueryClient, seed: Seed): void {
  client.setQueryData(keys.account, seed.account)
  client.setQueryData(keys.mailboxes, seed.mailboxes)
  for (const { mailboxId, folders } of seed.folders) client.setQueryData(keys.folders(mailboxId), folders)
}
