// Header fields of a message or part. Text is latin1 throughout: one character a byte, so that raw 8-bit survives.

export type HeaderField = {
  /** lower case */
  name: string
  /** unfolded, trimmed */
  value: string
  /** the field as it stands in the message, with its line feeds */
  raw: string
}

/** Splits a header block into its fields; lines that are none are passed over. */
export function parseHeader(bytes: Buffer): HeaderField[] {
  const fields: HeaderField[] = []
  for (const raw of bytes.toString('latin1').split(/(?<=\n)(?![ \t])/)) {
    const match = /^([!-9;-~]+)[ \t]*:([\s\S]*)$/.exec(raw)
    if (!match?.[1]) continue
    const value = (match[2] ?? '').replace(/\r?\n(?=[ \t])/g, '').trim()
    fields.push({ name: match[1].toLowerCase(), value, raw: endLine(raw) })
  }
  return fields
}

function endLine(raw: string): string {
  return raw.endsWith('\n') ? raw : `${raw}\r\n`
}

/** The value of the first field of this name; undefined without one. */
export function firstValue(fields: HeaderField[], name: string): string | undefined {
  return fields.find((field) => field.name === name)?.value
}

/** Type and parameters of a Content-Type or Content-Disposition value (RFC 2045 section 5.1). Names in lower case. */
export function parseParameters(value: string): { main: string; parameters: [string, string][] } {
  const parameters: [string, string][] = []
  const pattern = /;\s*([^\s=;]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;\s]*))/g
  for (const match of value.matchAll(pattern)) {
    const text = match[2] === undefined ? (match[3] ?? '') : match[2].replace(/\\(.)/g, '$1')
    parameters.push([(match[1] ?? '').toLowerCase(), text])
  }
  return { main: (value.split(';')[0] ?? '').trim(), parameters }
}
