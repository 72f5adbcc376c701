// What the higher steps may ask of folders.
import type { Tx } from '../../db/client'
import {
  addToCounts,
  type CountChange,
  type FolderRow,
  findFolder,
  findFolders,
  findFoldersByIds,
  isCacheComplete,
  lockFolderRows,
  setCounts,
  updateCursor,
} from './folder.store'

export type { CountChange, FolderRow }

export const folderById = findFolder
export const foldersByIds = findFoldersByIds
export const foldersOf = findFolders

/** Locks folders until the end of the transaction: every change of messages begins with this. */
export const lockFolders = (tx: Tx, ids: string[]) => lockFolderRows(tx, ids)

/** The last write of a synchronisation step, in the same transaction as its messages. */
export const moveCursor = updateCursor

export const changeCounts = addToCounts
export const replaceCounts = setCounts
export const isWhollyCached = isCacheComplete

/** The mailbox's folder of a role; null when it has none. */
export async function folderOfRole(mailboxId: string, role: string): Promise<FolderRow | null> {
  return (await findFolders(mailboxId)).find((folder) => folder.role === role && folder.selectable) ?? null
}
