import { cache } from 'react'
import { awaitFirstLook } from '@/lib/domain/mailboxes/await-first-look'
import { listFolders } from '@/lib/domain/mailboxes/list-folders'
import { listMailboxes } from '@/lib/domain/mailboxes/list-mailboxes'
import { currentUser } from '@/lib/http/current-user'

/** Who is signed in; asked once for all parts of one page. */
export const signedIn = cache(currentUser)

const FIRST_LOOK_PATIENCE = 700

/** Their mailboxes with all folders. */
export const mailOf = cache(async (userId: string) => {
  await awaitFirstLook(userId, FIRST_LOOK_PATIENCE)
  const mailboxes = await listMailboxes(userId)
  const folders = mailboxes.map(async ({ id }) => ({ mailboxId: id, folders: await listFolders(userId, id) }))
  return { mailboxes, folders: await Promise.all(folders) }
})
