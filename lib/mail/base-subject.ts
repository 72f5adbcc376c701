// RFC 5256 section 2.1, with the reply and forward marks of other languages and of clients that count.

// English, German, Dutch, Nordic, Romance languages, Polish, Turkish, Hungarian, Greek, Korean, Chinese, Japanese,
// Russian, Vietnamese, Hebrew, Arabic
const marks = [
  're|fw|fwd|reply|aw|wg|antw|sv|vs|vb|vl|doorst|rv|ref|tr|enc|res|rif|i|r',
  'odp|pd|ynt|ilt|atb|bls|hsa|tl|továbbítás|vá|απ|σχετ|πρθ|отв|ответ|пересл|на',
  '답장|회신|전달|回复|回覆|答复|转发|轉寄|轉發|返信|転送',
  'trả lời|chuyển tiếp|השב|הועבר|رد',
].join('|')
const forwardMarks =
  /^(?:fwd?|wg|vb|vl|vs|doorst|rv|tr|enc|i|pd|ilt|pb|tl|továbbítás|πρθ|전달|转发|轉寄|轉發|転送|пересл|chuyển tiếp|הועבר)$/iu

/** `Re:`, `RE[2]:`, `Re(3):`, `Re^2:`, `답장：` at the start */
const leader = new RegExp(
  `^(${marks})\\s*(?:\\[[^\\]]{0,20}\\]|\\(\\d{1,3}\\)|\\^\\d{1,3}|\\*\\d{1,3})?\\s*[:：]\\s*`,
  'iu',
)
/** a mailing list's `[name]` at the start */
const blob = /^\[[^[\]]{1,100}\]\s*/
const trailer = /\s*\(fwd\)$/i

export type BaseSubject = {
  /** the subject without any marks, lower case, white space collapsed: two messages with the same one belong together */
  base: string
  isReply: boolean
  isForward: boolean
}

/** Takes the marks off a decoded subject. Linear; subjects beyond 2,000 characters are cut. */
export function baseSubject(subject: string): BaseSubject {
  const found = { isReply: false, isForward: false }
  let rest = collapse(subject.slice(0, 2000))
  for (let before = ''; before !== rest; ) {
    before = rest
    rest = stripTrailers(rest, found)
    rest = stripLeaders(rest, found)
    rest = stripForwardBrackets(rest, found)
  }
  return { base: rest.toLowerCase(), ...found }
}

type Found = { isReply: boolean; isForward: boolean }
const collapse = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()

function stripTrailers(subject: string, found: Found): string {
  let rest = subject
  while (trailer.test(rest)) {
    rest = rest.replace(trailer, '')
    found.isForward = true
  }
  return rest
}

function stripLeaders(subject: string, found: Found): string {
  let rest = subject
  for (;;) {
    const mark = leader.exec(rest)
    if (mark) {
      if (forwardMarks.test(mark[1] ?? '')) found.isForward = true
      else found.isReply = true
      rest = rest.slice(mark[0].length)
      continue
    }
    const name = blob.exec(rest)
    // A blob that is the whole subject is the subject.
    if (!name || name[0].length === rest.length) return rest
    rest = rest.slice(name[0].length)
  }
}

function stripForwardBrackets(subject: string, found: Found): string {
  const inside = /^\[fwd:\s*(.*)\]$/i.exec(subject)
  if (!inside) return subject
  found.isForward = true
  return (inside[1] ?? '').trim()
}
