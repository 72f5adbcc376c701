// SEARCH keys as a predicate (RFC 3501 section 6.4.4).

import type { Part } from '../mime/part'
import { decodeWords, textOf } from '../mime/words'
import type { StoredMessage } from '../store/mail-record'
import { parseDay } from './dates'
import { isInSet, parseSequenceSet, SyntaxProblem, textOfValue, type Value } from './syntax'

export type Candidate = {
  seq: number
  message: StoredMessage
  /** reads the message from the disk: only called by keys that need its content */
  open(): { raw: Buffer; tree: Part }
}

export type Test = (candidate: Candidate) => boolean

/** What `*` stands for. */
export type Last = { seq: number; uid: number }

/** All keys from the start of the list: a message must meet every one. Throws SyntaxProblem. */
export function parseKeys(values: Value[], last: Last): Test {
  const queue = [...values]
  const tests: Test[] = []
  while (queue.length > 0) tests.push(parseKey(queue, last))
  return (candidate) => tests.every((test) => test(candidate))
}

function parseKey(queue: Value[], last: Last): Test {
  const value = queue.shift()
  if (value?.kind === 'list') return parseKeys(value.items, last)
  const name = textOfValue(value).toUpperCase()
  if (/^[\d*]/.test(name)) {
    const ranges = parseSequenceSet(name, last.seq)
    return ({ seq }) => isInSet(ranges, seq)
  }
  if (name === 'NOT') return negate(parseKey(queue, last))
  if (name === 'OR') {
    const [left, right] = [parseKey(queue, last), parseKey(queue, last)]
    return (candidate) => left(candidate) || right(candidate)
  }
  return flagKey(name) ?? argumentKey(name, queue, last)
}

function negate(test: Test): Test {
  return (candidate) => !test(candidate)
}

function flagKey(name: string): Test | null {
  if (name === 'ALL' || name === 'OLD') return () => true
  if (name === 'NEW' || name === 'RECENT') return () => false
  const match = /^(UN)?(ANSWERED|DELETED|DRAFT|FLAGGED|SEEN)$/.exec(name)
  if (!match?.[2]) return null
  const test = hasFlag(`\\${match[2]}`)
  return match[1] ? negate(test) : test
}

function hasFlag(flag: string): Test {
  const wanted = flag.toLowerCase()
  return ({ message }) => message.flags.some((each) => each.toLowerCase() === wanted)
}

function argumentKey(name: string, queue: Value[], last: Last): Test {
  const next = () => textOfValue(queue.shift())
  if (name === 'KEYWORD') return hasFlag(next())
  if (name === 'UNKEYWORD') return negate(hasFlag(next()))
  if (name === 'UID') {
    const ranges = parseSequenceSet(next(), last.uid)
    return ({ message }) => isInSet(ranges, message.uid)
  }
  if (name === 'MODSEQ') {
    const modseq = Number(next())
    return ({ message }) => message.modseq >= modseq
  }
  if (name === 'HEADER') return headerKey(next(), next())
  if (['FROM', 'TO', 'CC', 'BCC', 'SUBJECT'].includes(name)) return headerKey(name, next())
  if (name === 'BODY' || name === 'TEXT') return textKey(next(), name === 'TEXT')
  if (name === 'LARGER' || name === 'SMALLER') return sizeKey(name, Number(next()))
  if (/^(SENT)?(BEFORE|ON|SINCE)$/.test(name)) return dateKey(name, parseDay(next()))
  throw new SyntaxProblem('Unknown search key')
}

function sizeKey(name: string, size: number): Test {
  return ({ message }) => (name === 'LARGER' ? message.size > size : message.size < size)
}

const DAY_MS = 24 * 3_600_000

function dateKey(name: string, day: number): Test {
  const isSent = name.startsWith('SENT')
  return (candidate) => {
    const at = isSent ? sentAt(candidate) : candidate.message.date
    if (name.endsWith('BEFORE')) return at < day
    return at >= day && (name.endsWith('SINCE') || at < day + DAY_MS)
  }
}

function sentAt({ open, message }: Candidate): number {
  const text = open().tree.fields.find((field) => field.name === 'date')?.value ?? ''
  return Date.parse(text) || message.date
}

function headerKey(name: string, text: string): Test {
  const wanted = fold(text)
  const field = name.toLowerCase()
  return ({ open }) =>
    open().tree.fields.some((each) => each.name === field && readable(each.value).includes(wanted))
}

function textKey(text: string, withHeader: boolean): Test {
  const wanted = fold(text)
  return ({ open }) => {
    const { raw, tree } = open()
    const inHeader = withHeader && tree.fields.some((field) => readable(field.value).includes(wanted))
    return inHeader || textOf(raw, tree).toLowerCase().includes(wanted)
  }
}

function readable(value: string): string {
  return decodeWords(value).toLowerCase()
}

/** The client's bytes are UTF-8, whether or not it says so. */
function fold(text: string): string {
  return Buffer.from(text, 'latin1').toString().toLowerCase()
}
