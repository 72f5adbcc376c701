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
    '^(?:on|am|le|el|il|em|op|den|dne|dnia|w dniu|pe|на|в)\\b.{3,300}(?:wrote|schrieb|écrit|a écrit|escribió|ha scritto|escreveu|schreef|skrev|napsal|napisał\\(a\\)|napisał|kirjoitti|написал|пишет|пише)[^\\n]{0,120}[:：]?$',
    '^.{3,300}(?:wrote|schrieb|a écrit|escribió|ha scritto|escreveu|schreef|skrev|kirjoitti|написал\\(а\\)|написал)\\s?[:：]$',
    '^.{0,200}\\d{4}.{0,200}(?:작성|님이 작성|님의 글|님이 씀)\\s?[:：]$',
    '^.{0,200}\\d{4}.{0,200}(?:写道|寫道|のメール|書きました|さんは書きました)\\s?[:：]$',
  ].join('|'),
  'iu',
)

/** `-----Original Message-----` in the languages Outlook speaks */
const divider =
  /^\s*[-_]{2,}\s*(?:original message|ursprüngliche nachricht|message d'origine|mensaje original|messaggio originale|mensagem original|oorspronkelijk bericht|ursprungligt meddelande|original besked|oprindelig meddelelse|исходное сообщение|원본 메일|원본 메시지|original mail|元のメッセージ|原始邮件|原始郵件|forwarded message|weitergeleitete nachricht|reply message)\s*[-_]{2,}\s*$/iu
const line = /^_{20,}\s*$/

/** the block of headers that Outlook puts above what it quotes */
const fieldNames =
  /^\s*\*?(?:from|von|de|da|van|från|fra|od|lähettäjä|от|보낸 ?사람|差出人|发件人|寄件者)\s?[:：]\*?\s/iu
const secondField =
  /^\s*\*?(?:sent|date|to|subject|gesendet|datum|an|betreff|envoyé|à|objet|enviado|para|asunto|inviato|a|oggetto|verzonden|aan|onderwerp|skickat|till|ämne|отправлено|дата|кому|보낸 ?날짜|날짜|받는 ?사람|제목|送信日時|宛先|件名|发送时间|收件人|主题)\s?[:：]\*?/iu

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

function startOfHistory(lines: string[]): number {
  for (let i = 0; i < lines.length; i++) {
    const current = (lines[i] ?? '').slice(0, 500)
    if (current.trim() === '') continue
    if (divider.test(current) || startsHeaderBlock(lines, i)) return i
    if (line.test(current) && startsHeaderBlock(lines, i + 1)) return i
    if (isAttribution(lines, i)) return i
    if (current.startsWith('>') && onlyQuoteBelow(lines, i)) return i
  }
  return -1
}

function startsHeaderBlock(lines: string[], at: number): boolean {
  if (!fieldNames.test((lines[at] ?? '').slice(0, 500))) return false
  return [1, 2].some((step) => secondField.test((lines[at + step] ?? '').slice(0, 500)))
}

function isAttribution(lines: string[], at: number): boolean {
  let joined = ''
  for (let length = 1; length <= 3; length++) {
    const next = (lines[at + length - 1] ?? '').slice(0, 300)
    if (next.trim() === '' || next.startsWith('>')) return false
    joined = joined === '' ? next.trim() : `${joined} ${next.trim()}`
    if (attribution.test(joined)) return onlyQuoteBelow(lines, at + length)
  }
  return false
}

/** Only quoted and blank lines follow, and at least one quoted one; a signature at the end is allowed. */
function onlyQuoteBelow(lines: string[], from: number): boolean {
  let quoted = false
  for (const current of lines.slice(from)) {
    if (current.startsWith('>')) quoted = true
    else if (quoted && /^--\s?$/.test(current)) return true
    else if (current.trim() !== '') return false
  }
  return quoted
}
