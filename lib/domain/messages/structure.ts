import { z } from 'zod'
import type { PartNode } from '../../protocols/imap/imap-session'

const MOST_STORED = 32 * 1024
const MOST_LEVELS = 100

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

/** A part tree without what is empty: there is one for every message, so every byte counts. */
type Stored = Partial<Omit<PartNode, 'children'>> & { type: string; children?: Stored[] }

/** What goes into the table: null for a tree too big to be worth it, the message is then read whole. */
export function storableStructure(node: PartNode | null): Stored | null {
  if (!node || depthOf(node) > MOST_LEVELS) return null
  const slim = slimmed(node)
  const text = JSON.stringify(slim)
  // PostgreSQL's jsonb takes neither NUL nor half surrogates, which JSON writes as escapes
  const isStorable = !text.includes('\\u0000') && !/\\ud[89a-f]/i.test(text)
  return isStorable && text.length <= MOST_STORED ? slim : null
}

function slimmed(node: PartNode): Stored {
  const { section, type, parameters, disposition, dispositionParameters, contentId, encoding, size } = node
  return {
    type,
    ...(section ? { section } : {}),
    ...(Object.keys(parameters).length > 0 ? { parameters } : {}),
    ...(disposition ? { disposition } : {}),
    ...(Object.keys(dispositionParameters).length > 0 ? { dispositionParameters } : {}),
    ...(contentId ? { contentId } : {}),
    ...(encoding !== '7bit' ? { encoding } : {}),
    ...(size > 0 ? { size } : {}),
    ...(node.children.length > 0 ? { children: node.children.map(slimmed) } : {}),
  }
}

function depthOf(node: PartNode): number {
  let level = [node]
  let depth = 0
  while (level.length > 0) {
    depth += 1
    level = level.flatMap((part) => part.children)
  }
  return depth
}

const Structure: z.ZodType<PartNode> = z.lazy(() =>
  z.object({
    section: z.string().default(''),
    type: z.string(),
    parameters: z.record(z.string(), z.string()).default({}),
    disposition: z.string().nullable().default(null),
    dispositionParameters: z.record(z.string(), z.string()).default({}),
    contentId: z.string().nullable().default(null),
    encoding: z.string().default('7bit'),
    size: z.number().default(0),
    children: z.array(Structure).default([]),
  }),
)

/** The part tree as stored; null when there is none. */
export const readStructure = (stored: unknown): PartNode | null =>
  Structure.nullable()
    .catch(null)
    .parse(stored ?? null)
