// Leaving on purpose: drafts go to the server first, then nothing stays on this device.
import { signOut } from '@/lib/api-client/sign-in'
import { composerSnapshot, dispatch } from '../composer/composer-store'
import { isBlank } from '../composer/composer-warnings'
import { removeAllCopies } from '../composer/local-copies'
import { isUnsaved, saveNow } from '../composer/save-draft'

/** Saves every open composer. False when one holds words that the server does not have. */
export async function saveBeforeLeaving(): Promise<boolean> {
  await Promise.all(composerSnapshot().open.map((composition) => saveNow(composition.key)))
  return composerSnapshot().open.every((c) => isBlank(c) || (!isUnsaved(c) && c.save.kind !== 'conflict'))
}

/** False when the server could not be told; the person is still signed in then. */
export async function signOutForGood(): Promise<boolean> {
  try {
    await signOut()
  } catch {
    return false
  }
  for (const { key } of composerSnapshot().open) dispatch({ type: 'close', key })
  removeAllCopies()
  location.assign('/sign-in')
  return true
}
