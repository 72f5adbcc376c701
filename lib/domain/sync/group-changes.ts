import type { PlacedChange } from '../messages/take-changes'

/** Neighbours that ask for the same in the same folder go out as one command. Keeps the order. Pure. */
export function groupChanges(changes: PlacedChange[]): PlacedChange[][] {
  const groups: PlacedChange[][] = []
  let lastKey = ''
  for (const change of changes) {
    const key = keyOf(change)
    const last = groups.at(-1)
    const isSecond = last?.some((other) => other.messageId === change.messageId)
    if (last && key === lastKey && !isSecond) last.push(change)
    else groups.push([change])
    lastKey = key
  }
  return groups
}

function keyOf(change: PlacedChange): string {
  const place = change.at?.uid == null ? 'nowhere' : change.at.folderId
  if (change.kind === 'flags') {
    return JSON.stringify(['flags', place, change.payload.add, change.payload.remove])
  }
  return JSON.stringify([change.kind, place, change.kind === 'move' ? change.payload.toFolderId : ''])
}
