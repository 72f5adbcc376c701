/** A message as far as threading goes. `at` in ms since 1970; addresses in lower case. */
export type ThreadItem = {
  key: string
  /** its own Message-ID, In-Reply-To and References */
  refs: string[]
  /** base subject (RFC 5256) */
  subject: string
  at: number
  participants: string[]
  /** marked as a reply or forward, but refers to nothing: only its subject can tell where it belongs */
  isLoose: boolean
}

/** A message that is in a thread already and has the subject of a new one. */
export type SubjectNeighbour = Pick<ThreadItem, 'subject' | 'at' | 'participants' | 'isLoose'> & {
  threadId: string
}

export type ThreadDecision = {
  threadOf: Map<string, string>
  created: { id: string; subject: string }[]
  anchors: Map<string, string>
  /** old thread -> the thread that took it in */
  merged: Map<string, string>
}

const DAY = 86_400_000
const SUBJECT_WINDOW = 30 * DAY

/**
 * Puts messages into threads: those that share a Message-ID or refer to the same one belong together, and a message
 * that links two threads merges them into the older. A loose reply joins a message of the same base subject within
 * 30 days that has a correspondent in common. Pure; `makeId` makes ids of new threads.
 */
export function decideThreads(
  items: ThreadItem[],
  anchors: ReadonlyMap<string, string>,
  neighbours: SubjectNeighbour[],
  makeId: () => string,
): ThreadDecision {
  const groups = new Groups()
  for (const item of items) {
    const own = `item ${item.key}`
    groups.add(own)
    for (const ref of item.refs) {
      groups.join(own, `ref ${ref}`)
      const threadId = anchors.get(ref)
      if (threadId) groups.join(own, `thread ${threadId}`)
    }
  }
  joinBySubject(groups, items, neighbours)
  return nameGroups(groups, items, makeId)
}

function joinBySubject(groups: Groups, items: ThreadItem[], neighbours: SubjectNeighbour[]): void {
  const nodes = [
    ...items.map((item) => ({ ...item, node: `item ${item.key}` })),
    ...neighbours.map((neighbour) => ({ ...neighbour, node: `thread ${neighbour.threadId}` })),
  ]
  const bySubject = new Map<string, typeof nodes>()
  for (const node of nodes) {
    if (node.subject === '') continue
    bySubject.set(node.subject, [...(bySubject.get(node.subject) ?? []), node])
  }
  for (const same of bySubject.values()) {
    const sorted = same.sort((a, b) => a.at - b.at)
    for (const [index, reply] of sorted.entries()) {
      if (!reply.isLoose) continue
      // the newest one before it that has somebody in common
      const parent = sorted.slice(0, index).findLast((other) => belongsTo(reply, other))
      if (parent) groups.join(reply.node, parent.node)
    }
  }
}

type Dated = Pick<ThreadItem, 'at' | 'participants'>

const belongsTo = (reply: Dated, earlier: Dated) =>
  reply.at - earlier.at <= SUBJECT_WINDOW &&
  earlier.participants.some((person) => reply.participants.includes(person))

function nameGroups(groups: Groups, items: ThreadItem[], makeId: () => string): ThreadDecision {
  const decision: ThreadDecision = {
    threadOf: new Map(),
    created: [],
    anchors: new Map(),
    merged: new Map(),
  }
  const subjects = new Map(items.map((item) => [`item ${item.key}`, item.subject]))
  for (const members of groups.all()) {
    const known = members
      .filter((node) => node.startsWith('thread '))
      .map((node) => node.slice(7))
      .sort()
    const id = known[0] ?? makeId()
    if (known.length === 0) {
      const first = members.find((node) => subjects.has(node)) ?? ''
      decision.created.push({ id, subject: subjects.get(first) ?? '' })
    }
    for (const old of known.slice(1)) decision.merged.set(old, id)
    for (const node of members) {
      if (node.startsWith('item ')) decision.threadOf.set(node.slice(5), id)
      if (node.startsWith('ref ')) decision.anchors.set(node.slice(4), id)
    }
  }
  return decision
}

/** Disjoint sets with path compression. */
class Groups {
  private readonly parent = new Map<string, string>()

  add(node: string): void {
    if (!this.parent.has(node)) this.parent.set(node, node)
  }

  join(a: string, b: string): void {
    this.add(a)
    this.add(b)
    this.parent.set(this.root(b), this.root(a))
  }

  all(): string[][] {
    const found = new Map<string, string[]>()
    for (const node of this.parent.keys()) {
      const root = this.root(node)
      const members = found.get(root) ?? []
      members.push(node)
      found.set(root, members)
    }
    return [...found.values()]
  }

  private root(node: string): string {
    let top = node
    for (let up = this.parent.get(top); up !== undefined && up !== top; up = this.parent.get(top)) top = up
    for (let at = node; at !== top; ) {
      const next = this.parent.get(at) ?? top
      this.parent.set(at, top)
      at = next
    }
    return top
  }
}
