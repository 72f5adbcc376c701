import { parseMessage } from '../../mime/parse-message'
import type { ParsedMessage, ParseOptions } from '../../mime/parsed-message'
import type { PartNode } from '../../protocols/imap/imap-session'
import { atMessage } from './at-message'
import { goneOnServer } from './mail-server-answer'
import type { FullRow } from './message.store'
import { fileNameOf, isAttachment, leavesOf, readStructure } from './structure'

const MOST_HEADER = 256 * 1024
const MOST_TEXT = 2 * 1024 * 1024
const MOST_PARTS = 20

/**
 * A message too large to be read whole: its header and text parts, put together as a small message, and its
 * attachments as the server described them. Says so in a notice.
 */
export async function fetchExcerpt(row: FullRow, options: ParseOptions): Promise<ParsedMessage> {
  const leaves = leavesOf(readStructure(row.structure) ?? { ...EMPTY })
  const texts = leaves.filter(
    (part) => /^text\/(plain|html)$/.test(part.type) && !isAttachment(part) && part.section !== '',
  )
  const raw = await atMessage(row, async (session, uid) => {
    const header = await session.fetchPart(uid, 'HEADER', MOST_HEADER)
    if (!header) throw goneOnServer()
    const bodies: { part: PartNode; bytes: Uint8Array }[] = []
    for (const part of texts.slice(0, MOST_PARTS)) {
      bodies.push({
        part,
        bytes: (await session.fetchPart(uid, part.section, MOST_TEXT)) ?? new Uint8Array(),
      })
    }
    return assemble(header, bodies)
  })
  const parsed = await parseMessage(raw, options)
  return {
    ...parsed,
    attachments: leaves.filter(isAttachment).map((part, position) => ({
      position,
      name: fileNameOf(part) || `attachment-${position + 1}`,
      type: part.type,
      size: -1,
      inline: false,
      contentId: part.contentId,
      section: part.section || null,
      encoding: part.encoding,
    })),
    notices: [...parsed.notices, { code: 'too-large', detail: String(row.size) }],
  }
}

const EMPTY: PartNode = {
  section: '',
  type: 'application/octet-stream',
  parameters: {},
  disposition: null,
  dispositionParameters: {},
  contentId: null,
  encoding: '7bit',
  size: 0,
  children: [],
}

const BOUNDARY = 'posthorn-excerpt-7f3c9a'

function assemble(header: Uint8Array, bodies: { part: PartNode; bytes: Uint8Array }[]): Uint8Array {
  const kept = withoutContentFields(Buffer.from(header).toString('latin1'))
  const isAlternative = bodies.length === 2 && bodies[0]?.part.type !== bodies[1]?.part.type
  const lines = [
    kept,
    'MIME-Version: 1.0\r\n',
    `Content-Type: multipart/${isAlternative ? 'alternative' : 'mixed'}; boundary="${BOUNDARY}"\r\n\r\n`,
  ]
  const chunks = [Buffer.from(lines.join(''), 'latin1')]
  for (const { part, bytes } of bodies) {
    const charset = /^[\w.:-]{1,40}$/.test(part.parameters.charset ?? '') ? part.parameters.charset : 'utf-8'
    const encoding = /^[\w-]{1,30}$/.test(part.encoding) ? part.encoding : '8bit'
    const head = `--${BOUNDARY}\r\nContent-Type: ${part.type}; charset=${charset}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n`
    chunks.push(Buffer.from(head), Buffer.from(bytes), Buffer.from('\r\n'))
  }
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)])
}

/** The header without MIME-Version and Content-* fields and without its closing blank line. */
function withoutContentFields(header: string): string {
  const fields = header.replace(/\r?\n\s*$/, '\r\n').split(/\r?\n(?![ \t])/)
  return fields
    .filter((field) => field !== '' && !/^(content-[\w-]+|mime-version)\s*:/i.test(field))
    .map((field) => `${field}\r\n`)
    .join('')
}
