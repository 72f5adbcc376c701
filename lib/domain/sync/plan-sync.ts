/** What the cache knows of a folder. `known` counts the messages the server must have by our knowledge. */
export type LocalFolder = {
  uidValidity: bigint | null
  uidNext: bigint
  modseq: bigint
  /** lowest UID fetched so far; 1 when the whole folder is cached; null before the first fetch */
  lowUid: bigint | null
}

/** What the server said when the folder was opened. `highestModseq` is 0 without CONDSTORE. */
export type RemoteFolderState = {
  uidValidity: bigint
  uidNext: bigint
  highestModseq: bigint
  exists: number
}

/**
 * Why we look: the server said something was added, changed or removed, it is time to, or somebody opened it.
 * `compare` asks for every UID and flag.
 */
export type SyncReason = 'exists' | 'flags' | 'expunge' | 'poll' | 'open' | 'compare'

export type SyncPlan =
  /** nothing is cached yet */
  | { kind: 'first' }
  /** UIDVALIDITY changed (RFC 9051 section 2.3.1.1): no cached UID means anything any more */
  | { kind: 'start-over' }
  | {
      kind: 'update'
      fetchNew: { from: bigint; to: bigint } | null
      /** flags changed since a modseq (RFC 7162), of every message, or of none */
      flags: { how: 'none' } | { how: 'since'; modseq: bigint } | { how: 'compare' }
    }

/** Decides what one look at a folder has to do. Pure: the same in any order of events and after any crash. */
export function planSync(local: LocalFolder, remote: RemoteFolderState, reason: SyncReason): SyncPlan {
  if (local.uidValidity === null || local.lowUid === null) return { kind: 'first' }
  if (local.uidValidity !== remote.uidValidity) return { kind: 'start-over' }
  const fetchNew = remote.uidNext > local.uidNext ? { from: local.uidNext, to: remote.uidNext - 1n } : null
  return { kind: 'update', fetchNew, flags: planFlags(local, remote, reason) }
}

function planFlags(
  local: LocalFolder,
  remote: RemoteFolderState,
  reason: SyncReason,
): Extract<SyncPlan, { kind: 'update' }>['flags'] {
  // a server that went back in time, for example to a backup: nothing can be taken for granted
  const wentBack = remote.uidNext < local.uidNext || remote.highestModseq < local.modseq
  if (reason === 'compare' || wentBack) return { how: 'compare' }
  if (remote.highestModseq > 0n && local.modseq > 0n) {
    return remote.highestModseq === local.modseq ? { how: 'none' } : { how: 'since', modseq: local.modseq }
  }
  // without CONDSTORE new mail alone does not make us read every flag; everything else does
  return reason === 'exists' ? { how: 'none' } : { how: 'compare' }
}

/**
 * After new mail was fetched: do the UIDs have to be compared to find what vanished? While the first synchronisation
 * runs the numbers cannot agree, so then only when the server said so.
 */
export function mustCompare(
  state: { known: number; isWhole: boolean },
  exists: number,
  reason: SyncReason,
): boolean {
  return state.isWhole ? state.known !== exists : reason === 'expunge'
}

/** Pieces of a UID range from its upper end, each of at most `width` UIDs: newest mail first. Pure. */
export function* rangesFromTop(
  from: bigint,
  to: bigint,
  width: bigint,
): Generator<{ from: bigint; to: bigint }> {
  for (let top = to; top >= from; top -= width) {
    const bottom = top - width + 1n
    yield { from: bottom > from ? bottom : from, to: top }
  }
}
