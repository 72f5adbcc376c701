// Where the earlier conversation begins in a text answer, in several languages.

export type SplitText = {
  /** what the author wrote */
  reply: string
  /** the quoted history, folded on screen; empty when there is none */
  quote: string
}

/** `On …, X wrote:` and its sisters; may be broken over up to three lines by the sender's client. */
const attribution = new RegExp(
  [
    // verb at the end
    '^.{3,300}(?<!\\p{L})(?:wrote|sent|schrieb|écrit|escribió|ha scritto|escreveu|skrev|napsal|napisał|napisał\\(a\\)|kirjoitti)\\s?[:：]$',
    '^.{3,300}(?:написал|написал\\(а\\)|пишет|пише|đã viết|作成|작성|님의 글|님이 씀|写道|寫道|のメール|書きました)\\s?[:：]$',
    // verb before the name
    '^(?:am|op|le|el|il|em|den|på|dne)\\s.{3,150}(?<!\\p{L})(?:schrieb|schreef|écrivait|skrev|napsal)\\s.{1,150}[:：]$',
    // a date, a name and an address, as Gmail writes in many languages
    '^.{0,100}\\d{4}.{0,200}<[^<>\\s]{1,100}@[^<>\\s]{1,100}>\\s?[:：]?$',
  ].join('|'),
  'iu',
)

/** `-----Original Message-----` in the languages Outlook speaks */
const divider =
  /^\s*[-_]{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|ursprungligt meddelande|original besked|oprindelig meddelelse|исходное сообщение|원본 메일|원본 메시지|original mail|元のメッセージ|原始邮件|原始郵件|reply message)\s*[-_]{2,}\s*$/iu
/** what is passed on is the message itself and stays open */
const passedOn =
  /^\s*[-_]{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|mensaje reenviado|전달된 메일|전달된 메시지|転送メッセージ|转发的邮件|轉寄郵件)\s*[-_]{2,}\s*$/iu
const line = /^\s*[-_]{20,}\s*$/

/** the block of headers that Outlook puts above what it quotes */
const fieldNames =
  /^\s*\*?(?:from|date|von|de|da|van|från|fra|od|lähettäjä|от|보낸 ?사람|差出人|发件人|寄件者)\s?[:：]\*?\s/iu
const secondField =
  /^\s*\*?(?:from|sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|sendt|til|emne|отправлено|дата|кому|보낸 ?날짜|날짜|받는 ?사람|제목|送信日時|宛先|件名|发送时间|收件人|主题)\s?[:：]\*?/iu

/**
 * Splits plain text into what its author wrote and the history below. Inline answers (own lines after quoted ones)
 * stay whole, as they make no sense apart. Linear in the number of lines; lines are cut to 500 characters to match.
 */
export function splitQuote(text: string): SplitText {
  const lines = text.replace(/\r\n?/g, '\n').split('\n')
  const at = startOfHistory(lines)
  if (at < 0) return { reply: text, quote: '' }
  const reply = lines.slice(0, at).join('\n').trimEnd()
  // A message that is nothing but a quote (a bare forward) is shown, not folded.
  return reply.trim() === '' ? { reply: text, quote: '' } : { reply, quote: lines.slice(at).join('\n') }
}

type Last = { quoted: number; own: number }

function startOfHistory(lines: string[]): number {
  const last = lastLines(lines)
  for (let i = 0; i < lines.length; i++) {
    const current = (lines[i] ?? '').slice(0, 500)
    if (current.trim() === '') continue
    if (passedOn.test(current)) return -1
    if (divider.test(current) || startsHeaderBlock(lines, i)) return i
    if (line.test(current) && [1, 2].some((step) => startsHeaderBlock(lines, i + step))) return i
    if (isAttribution(lines, i, last)) return i
    if (current.startsWith('>') && onlyQuoteBelow(last, i)) return i
  }
  return -1
}

function startsHeaderBlock(lines: string[], at: number): boolean {
  if (!fieldNames.test((lines[at] ?? '').slice(0, 500))) return false
  return [1, 2].some((step) => secondField.test((lines[at + step] ?? '').slice(0, 500)))
}

function isAttribution(lines: string[], at: number, last: Last): boolean {
  let joined = ''
  for (let length = 1; length <= 3; length++) {
    const next = (lines[at + length - 1] ?? '').slice(0, 300)
    if (next.trim() === '' || next.startsWith('>')) return false
    joined = joined === '' ? next.trim() : `${joined} ${next.trim()}`
    const below = at + length
    if (
      attribution.test(joined) &&
      (onlyQuoteBelow(last, below) || nothingQuotedBelow(last, below, joined))
    ) {
      return true
    }
  }
  return false
}

/** Where the last lines of each kind are, above a signature; found once, so that no line is looked at again. */
function lastLines(lines: string[]): Last {
  const signature = lines.findLastIndex((text) => /^--\s?$/.test(text))
  const above = signature < 0 ? lines : lines.slice(0, signature)
  return {
    quoted: above.findLastIndex((text) => text.startsWith('>')),
    own: above.findLastIndex((text) => text.trim() !== '' && !text.startsWith('>')),
  }
}

/** Only quoted and blank lines follow, and at least one quoted one; a signature at the end is allowed. */
const onlyQuoteBelow = (last: Last, from: number) => last.quoted >= from && last.own < from

/** Some clients do not mark what they quote: believed when the line above names a day or an address. */
const nothingQuotedBelow = (last: Last, from: number, attributed: string) =>
  last.quoted < from && last.own >= from && /\d{4}|\d[:.]\d\d|@/.test(attributed)
