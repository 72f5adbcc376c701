// Small builders of raw messages. Line ends are CRLF; text is taken as Latin-1, so that any byte can be written.
import { Buffer } from 'node:buffer'

export type Header = [name: string, value: string]

const usual: Header[] = [
  ['From', 'Alice Example <alice@a.example>'],
  ['To', 'bob@b.example'],
  ['Subject', 'Test'],
  ['Date', 'Tue, 05 Mar 2024 09:12:00 +0100'],
  ['Message-ID', '<1@a.example>'],
]

/** One part or one whole message: header lines, a blank line, a body. */
export function entity(headers: Header[], body: string): string {
  return `${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body}`
}

/** A message with the usual headers and those given; later ones do not replace earlier ones. */
export function message(headers: Header[], body: string): Buffer {
  return Buffer.from(entity([...usual, ...headers], body), 'latin1')
}

export function textPart(text: string, type = 'text/plain; charset=utf-8'): string {
  return entity([['Content-Type', type]], Buffer.from(text, 'utf8').toString('latin1'))
}

/** An attachment in base64. */
export function filePart(name: string, type: string, content: string, more: Header[] = []): string {
  const headers: Header[] = [
    ['Content-Type', type],
    ['Content-Transfer-Encoding', 'base64'],
    ['Content-Disposition', `attachment; filename="${name}"`],
    ...more,
  ]
  return entity(headers, Buffer.from(content, 'utf8').toString('base64'))
}

/** The parts between boundary lines, as a part of its own. */
export function multipart(subtype: string, parts: string[], boundary = `b-${subtype}`): string {
  const header: Header = ['Content-Type', `multipart/${subtype}; boundary="${boundary}"`]
  return entity([header], joinParts(parts, boundary))
}

export function multipartMessage(subtype: string, parts: string[], boundary = 'outer'): Buffer {
  return message(
    [['Content-Type', `multipart/${subtype}; boundary="${boundary}"`]],
    joinParts(parts, boundary),
  )
}

const joinParts = (parts: string[], boundary: string) =>
  `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`
