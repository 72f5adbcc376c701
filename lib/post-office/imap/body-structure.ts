// BODY and BODYSTRUCTURE (RFC 3501 section 7.4.2).
import { firstValue, parseParameters } from '../mime/header'
import { isMessage, type Part } from '../mime/part'
import { envelope } from './envelope'
import { list, nstring, type Wire } from './wire'

/** The tree in IMAP's words; `isExtended` adds disposition, language and location. */
export function bodyStructure(raw: Buffer, part: Part, isExtended: boolean): Wire {
  return part.type === 'multipart' ? multipart(raw, part, isExtended) : single(raw, part, isExtended)
}

function multipart(raw: Buffer, part: Part, isExtended: boolean): Wire {
  const children = part.children.flatMap((child) => bodyStructure(raw, child, isExtended))
  const extension = isExtended ? [' ', ...pairs(part.parameters), ...tail(part)] : []
  return ['(', ...children, ' ', nstring(part.subtype), ...extension, ')']
}

function single(raw: Buffer, part: Part, isExtended: boolean): Wire {
  const value = (name: string) => firstValue(part.fields, name)
  const out: Wire = [
    ...['(', nstring(part.type), ' ', nstring(part.subtype), ' '],
    ...pairs(part.type === 'text' ? withCharset(part.parameters) : part.parameters),
    ...[' ', nstring(value('content-id')), ' ', nstring(value('content-description')), ' '],
    ...[
      nstring((value('content-transfer-encoding') || '7bit').toLowerCase()),
      ` ${part.end - part.bodyStart}`,
    ],
  ]
  const inner = isMessage(part) ? part.children[0] : undefined
  if (inner) out.push(' ', ...envelope(inner.fields), ' ', ...bodyStructure(raw, inner, isExtended))
  if (inner || part.type === 'text') out.push(` ${countLines(raw, part)}`)
  if (isExtended) out.push(' ', nstring(value('content-md5')), ...tail(part))
  out.push(')')
  return out
}

/** What is not said is US-ASCII (RFC 2045 section 5.2), and servers spell it out. */
function withCharset(parameters: [string, string][]): [string, string][] {
  const isSaid = parameters.some(([name]) => name === 'charset')
  return isSaid ? parameters : [...parameters, ['charset', 'us-ascii']]
}

function tail(part: Part): Wire {
  const value = (name: string) => firstValue(part.fields, name)
  return [
    ' ',
    ...disposition(value('content-disposition')),
    ' ',
    nstring(value('content-language')),
    ' ',
    nstring(value('content-location')),
  ]
}

function disposition(value: string | undefined): Wire {
  const { main, parameters } = parseParameters(value ?? '')
  return main ? list([nstring(main.toLowerCase()), pairs(parameters)]) : ['NIL']
}

function pairs(parameters: [string, string][]): Wire {
  return parameters.length === 0 ? ['NIL'] : list(parameters.flat().map((text) => nstring(text)))
}

function countLines(raw: Buffer, part: Part): number {
  let lines = 0
  for (let at = raw.indexOf(0x0a, part.bodyStart); at >= 0 && at < part.end; at = raw.indexOf(0x0a, at + 1))
    lines++
  return lines
}
