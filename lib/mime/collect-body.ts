// Which parts are the body and which are attachments (RFC 2046 sections 5.1.3 to 5.1.7, RFC 2183).
import { DEEPEST, type MimePart } from './scan-structure'

/** One piece of the body in both forms; null where the sender gave only the other. */
export type BodyBlock = { plain: MimePart[] | null; html: MimePart[] | null }
export type Collected = { blocks: BodyBlock[]; attachments: MimePart[]; encrypted: boolean }

/** Walks the tree in order. Attachments are in the order of the message: their index is their position. */
export function collectBody(root: MimePart): Collected {
  const collected: Collected = { blocks: [], attachments: [], encrypted: false }
  collected.blocks = blocksOf(root, collected)
  return collected
}

function blocksOf(part: MimePart, into: Collected): BodyBlock[] {
  if (isEncrypted(part)) into.encrypted = true
  if (part.children.length === 0) return leafBlocks(part, into)
  const inside = part.children.map((child) => blocksOf(child, into))
  return part.type === 'multipart/alternative' ? joinAlternatives(inside) : inside.flat()
}

function leafBlocks(part: MimePart, into: Collected): BodyBlock[] {
  // A multipart in which no part was found: what is there is shown as text, unless it was too deep to be opened.
  if (part.type.startsWith('multipart/') && part.depth < DEEPEST) {
    return part.end > part.start ? [{ plain: [part], html: null }] : []
  }
  if (isBodyText(part)) {
    return part.type === 'text/html' ? [{ plain: null, html: [part] }] : [{ plain: [part], html: null }]
  }
  into.attachments.push(part)
  return []
}

function isBodyText(part: MimePart): boolean {
  if (part.disposition === 'attachment') return false
  return part.type === 'text/plain' || part.type === 'text/html' || part.type === 'text/enriched'
}

/** The first form that has plain text and the last that has HTML (the richest comes last). */
function joinAlternatives(forms: BodyBlock[][]): BodyBlock[] {
  const plain = forms.find((blocks) => blocks.some((block) => block.plain !== null))
  const html = forms.findLast((blocks) => blocks.some((block) => block.html !== null))
  const block = {
    plain: plain ? plain.flatMap((one) => one.plain ?? one.html ?? []) : null,
    html: html ? html.flatMap((one) => one.html ?? one.plain ?? []) : null,
  }
  return block.plain || block.html ? [block] : []
}

function isEncrypted(part: MimePart): boolean {
  return (
    part.type === 'multipart/encrypted' ||
    (/^application\/(?:x-)?pkcs7-mime$/.test(part.type) &&
      !/^signed-data$|^certs-only$/i.test(part.typeParameters.get('smime-type') ?? 'enveloped-data'))
  )
}
