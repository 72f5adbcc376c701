// Small files for the sample mail, made here so that none has to be shipped.
import { deflateSync, crc32 as zlibCrc32 } from 'node:zlib'

/** A picture of a coast: land, shallows and sea in bands that follow a curve. PNG, about 3 KB. */
export function coastPng(width: number, height: number, seed: number): Buffer {
  const rows = Array.from({ length: height }, (_, y) => {
    const row = Buffer.alloc(1 + width * 3)
    for (let x = 0; x < width; x++) row.set(colourAt(x / width, y / height, seed), 1 + x * 3)
    return row
  })
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  // 8 bits a channel, RGB
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows))
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number, seed: number): [number, number, number] {
  const shore = 0.5 + 0.16 * Math.sin(x * 5 + seed) + 0.06 * Math.sin(x * 17 + seed * 2)
  const depth = y - shore
  if (depth < -0.03) return [214 + Math.round(depth * 40), 205, 176]
  if (depth < 0) return [240, 226, 190]
  if (depth < 0.1) return [150, 200, 200]
  return depth < 0.25 ? [96, 158, 176] : [54, 104, 134]
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}

/** zlib.crc32 is new in Node 20.15 and 22.2; the floor of this project has it. */
function crc32(bytes: Buffer): number {
  return zlibCrc32(bytes) >>> 0
}

/** A one-page A4 PDF with a title and lines of text (Latin letters only). */
export function pagePdf(title: string, lines: string[]): Buffer {
  const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')
  const text = lines.map((line) => `0 -18 Td (${escaped(line)}) Tj`).join('\n')
  const content = `BT /F1 20 Tf 60 760 Td (${escaped(title)}) Tj /F1 11 Tf 0 -16 Td\n${text}\nET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const at = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return `${String(at).padStart(10, '0')} 00000 n \n`
  })
  const size = objects.length + 1
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
  return Buffer.from(body + table + trailer, 'latin1')
}

/** Rows as CSV (RFC 4180), UTF-8. */
export function csv(rows: (string | number)[][]): Buffer {
  const cell = (value: string | number) =>
    /[",\r\n]/.test(String(value)) ? `"${String(value).replace(/"/g, '""')}"` : String(value)
  return Buffer.from(`${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`)
}
