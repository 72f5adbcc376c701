// Copies of what is being written, on this device, so that a reload, a crash or an ended session loses nothing.
import type { Composition } from './composition'

const OPEN = 'posthorn.composer'

let owner = ''

/** Whose copies are meant; two people on one browser profile never see each other's. */
export function keepCopiesFor(userId: string): void {
  owner = userId
}

export function writeCopy(composition: Composition): void {
  write(`${OPEN}.${owner}.${composition.key}`, composition)
}

export function removeCopy(key: string): void {
  remove(`${OPEN}.${owner}.${key}`)
}

/** What was open when the page went away, oldest change first. Uploads cut short are marked so. */
export function readCopies(): Composition[] {
  return readAll(`${OPEN}.${owner}.`)
    .map(revived)
    .sort((a, b) => a.updatedAt.localeCompare(b.updatedAt))
}

/** True when somebody's unfinished message lies on this device. */
export const hasCopies = (): boolean => names(`${OPEN}.`).length > 0

/** Signing out on purpose leaves nothing readable behind. */
export function removeAllCopies(): void {
  for (const name of names(`${OPEN}.${owner}.`)) remove(name)
}

function revived(c: Composition): Composition {
  const files = c.files.map((file) =>
    file.state === 'uploading'
      ? { ...file, state: 'failed' as const, problem: 'interrupted' as const }
      : file,
  )
  return { ...c, files, send: { kind: 'idle' }, save: unsettled(c) }
}

function unsettled(c: Composition): Composition['save'] {
  if (c.save.kind === 'conflict' || c.edits === c.savedEdits) return c.save
  return { kind: 'edited' }
}

/** Storage may be full, switched off, or hold another version's words: none of it may stop the writing. */
function write(name: string, composition: Composition): void {
  try {
    localStorage.setItem(name, JSON.stringify({ version: 1, composition }))
  } catch {
    // the draft on the server is the copy that counts
  }
}

function read(name: string): Composition | null {
  try {
    const stored = JSON.parse(localStorage.getItem(name) ?? 'null') as {
      version?: number
      composition?: Composition
    } | null
    return stored?.version === 1 && stored.composition ? stored.composition : null
  } catch {
    return null
  }
}

function readAll(prefix: string): Composition[] {
  return names(prefix).flatMap((name) => read(name) ?? [])
}

function names(prefix: string): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(prefix))
  } catch {
    return []
  }
}

function remove(name: string): void {
  try {
    localStorage.removeItem(name)
  } catch {
    // as above
  }
}
