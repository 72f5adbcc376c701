import type { PartNode } from '../../protocols/imap/imap-session'

const MOST_STORED = 32 * 1024

/** The leaves of a part tree in order. Nested messages stay closed: they are attachments. */
export function leavesOf(node: PartNode): PartNode[] {
  const open: PartNode[] = [node]
  const leaves: PartNode[] = []
  for (let part = open.pop(); part; part = open.pop()) {
    if (part.children.length === 0 || part.type === 'message/rfc822') leaves.push(part)
    else open.push(...[...part.children].reverse())
  }
  return leaves
}

/** The same tests as a reader's eye: named parts, and what is neither text nor shown within the HTML. */
export function hasAttachments(node: PartNode | null): boolean {
  return node ? leavesOf(node).some(isAttachment) : false
}

export function isAttachment(part: PartNode): boolean {
  if (part.disposition === 'attachment') return true
  const isText = part.type === 'text/plain' || part.type === 'text/html'
  if (isText) return fileNameOf(part) !== '' && part.disposition !== 'inline'
  if (/^(application\/(pgp|pkcs7|x-pkcs7)-signature|message\/(disposition|delivery)-)/.test(part.type))
    return false
  return part.contentId === null || !part.type.startsWith('image/')
}

export const fileNameOf = (part: PartNode): string =>
  part.dispositionParameters.filename ?? part.parameters.name ?? ''

/** The part whose beginning is shown in lists: the first plain text, else the first HTML. */
export function previewPart(node: PartNode | null): PartNode | null {
  const texts = node ? leavesOf(node).filter((part) => part.section !== '' && !isAttachment(part)) : []
  const byType = (type: string) => texts.find((part) => part.type === type)
  return byType('text/plain') ?? byType('text/html') ?? null
}

/** What goes into the table: null for a tree too big to be worth it, the message is then read whole. */
export function storableStructure(node: PartNode | null): PartNode | null {
  if (!node) return null
  const text = JSON.stringify(node)
  // PostgreSQL's jsonb takes neither NUL nor half surrogates, which JSON writes as escapes
  const isStorable = !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text) && text.isWellFormed()
  return isStorable && text.length <= MOST_STORED ? node : null
}
