// What a seeded mailbox holds: conversations, HTML, attachments, English and Korean, from one seeded generator.

export type SeedManifest = {
  total: number
  unread: number
  /** messages with `quarterly` in the subject, about 1 % */
  quarterly: number
  /** messages with `회의록` in the subject, about 1 % */
  minutesKo: number
  /** messages with an attachment, about 5 % */
  withAttachment: number
  newestSubject: string
}

export type SeedMessage = { raw: Buffer; receivedAt: number; seen: boolean; subject: string }

const WORDS = `project invoice schedule budget contract review design customer release incident report meeting
agenda draft proposal roadmap shipment warehouse payroll licence renewal workshop conference follow up notes
weekly status question about the new office plan for next month travel lunch figures`.split(/\s+/)
const KOREAN =
  '안녕하세요 일정 프로젝트 보고서 검토 부탁드립니다 감사합니다 확인 오늘 내일 고객 요청 계약 견적 예산'.split(
    ' ',
  )
const PEOPLE = [
  ['Olivia Smith', 'olivia@example.com'],
  ['Marguerite Oyelaran', 'marguerite@example.org'],
  ['김민준', 'minjun@example.co.kr'],
  ['Zoë Müller', 'zoe@example.net'],
  ['Ravi Patel', 'ravi@example.com'],
  ['이서연', 'seoyeon@example.co.kr'],
  ["Liam O'Brien", 'liam@example.edu'],
  ['Build server', 'ci@example.dev'],
] as const

export function planMailbox(
  to: string,
  count: number,
  seed: number,
): { messages: SeedMessage[]; manifest: SeedManifest } {
  const random = generator(seed)
  const end = Date.now() - 3_600_000
  const start = end - 2 * 365 * 86_400_000
  const open: { subject: string; ids: string[] }[] = []
  const manifest = {
    total: count,
    unread: 0,
    quarterly: 0,
    minutesKo: 0,
    withAttachment: 0,
    newestSubject: '',
  }
  const messages: SeedMessage[] = []
  for (let index = 0; index < count; index += 1) {
    const isReply = open.length > 0 && random() < 0.4
    const thread = isReply
      ? (open[Math.floor(random() * open.length)] as (typeof open)[number])
      : { subject: newSubject(random), ids: [] }
    if (!isReply && open.push(thread) > 30) open.shift()
    const subject = isReply ? `Re: ${thread.subject}` : thread.subject
    const receivedAt = Math.floor(start + ((end - start) * (index + 1)) / count)
    const seen = random() > (index > count * 0.97 ? 0.4 : 0.03)
    const withAttachment = random() < 0.05
    const id = `seed.${seed}.${index}@example.com`
    const raw = buildRaw({ random, to, subject, receivedAt, id, references: thread.ids, withAttachment })
    thread.ids = [...thread.ids.slice(-9), id]
    manifest.unread += seen ? 0 : 1
    manifest.quarterly += subject.includes('quarterly') ? 1 : 0
    manifest.minutesKo += subject.includes('회의록') ? 1 : 0
    manifest.withAttachment += withAttachment ? 1 : 0
    manifest.newestSubject = subject
    messages.push({ raw, receivedAt, seen, subject })
  }
  return { messages, manifest }
}

function newSubject(random: () => number): string {
  const korean = random() < 0.2
  const words = pick(random, korean ? KOREAN : WORDS, 2 + Math.floor(random() * 5)).join(' ')
  const planted = random()
  if (planted < 0.01) return `${words} quarterly figures`
  return planted < 0.02 ? `회의록 ${words}` : words
}

type RawParts = {
  random: () => number
  to: string
  subject: string
  receivedAt: number
  id: string
  references: string[]
  withAttachment: boolean
}

function buildRaw({ random, to, subject, receivedAt, id, references, withAttachment }: RawParts): Buffer {
  const [name, address] = PEOPLE[Math.floor(random() * PEOPLE.length)] as (typeof PEOPLE)[number]
  const text = paragraphs(random)
  const header = [
    'Return-Path: <bounce@example.com>',
    'Received: from mail.example.com (mail.example.com [192.0.2.1]) by mail.test with ESMTPS;',
    `\t${new Date(receivedAt).toUTCString().replace('GMT', '+0000')}`,
    `From: ${encoded(name)} <${address}>`,
    `To: ${to}`,
    `Subject: ${encoded(subject)}`,
    `Date: ${new Date(receivedAt).toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${id}>`,
    ...(references.length ? [`In-Reply-To: <${references.at(-1)}>`] : []),
    ...(references.length ? [`References: ${references.map((r) => `<${r}>`).join('\r\n ')}`] : []),
    'MIME-Version: 1.0',
  ]
  const alternative = `Content-Type: multipart/alternative; boundary="alt"\r\n\r\n${[
    `--alt\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${text}`,
    `--alt\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n<p>${text}</p>`,
  ].join('\r\n')}\r\n--alt--\r\n`
  const file = `--mix\r\nContent-Type: application/pdf; name="report.pdf"\r\nContent-Disposition: attachment; filename="report.pdf"\r\nContent-Transfer-Encoding: base64\r\n\r\n${'JVBERi0xLjQK'.repeat(6)}\r\n`
  const body = withAttachment
    ? `Content-Type: multipart/mixed; boundary="mix"\r\n\r\n--mix\r\n${alternative}\r\n${file}--mix--\r\n`
    : alternative
  return Buffer.from(`${header.join('\r\n')}\r\n${body}`)
}

function paragraphs(random: () => number): string {
  const lines = Array.from({ length: 2 + Math.floor(random() * 8) }, () =>
    pick(random, random() < 0.2 ? KOREAN : WORDS, 8 + Math.floor(random() * 6)).join(' '),
  )
  return lines.join('.\r\n')
}

function pick(random: () => number, words: readonly string[], count: number): string[] {
  return Array.from({ length: count }, () => words[Math.floor(random() * words.length)] as string)
}

/** RFC 2047 words of whole characters, short enough for one encoded word each. */
function encoded(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly the ASCII range is meant
  if (/^[\x00-\x7f]*$/.test(text)) return text.includes("'") ? `"${text}"` : text
  const words = ['']
  for (const char of text) {
    if (Buffer.byteLength(words.at(-1) + char) > 42) words.push('')
    words[words.length - 1] += char
  }
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}

/** mulberry32: small, seeded, the same on every machine. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
