// Plain text as the small HTML the editor understands: paragraphs, line breaks, quotes.

/** Lines that begin with `>` become nested quotes; blank lines part paragraphs. The answer holds no other markup. */
export function textToHtml(text: string): string {
  return linesToHtml(text.replace(/\r\n?/g, '\n').split('\n'))
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`)
}

function linesToHtml(lines: string[], depth = 0): string {
  const blocks: string[] = []
  let at = 0
  while (at < lines.length) {
    const quoted = isQuoted(lines[at])
    let end = at
    while (end < lines.length && isQuoted(lines[end]) === quoted) end++
    const run = lines.slice(at, end)
    blocks.push(quoted && depth < 20 ? quote(run, depth) : paragraphs(run))
    at = end
  }
  return blocks.join('')
}

const isQuoted = (line: string | undefined): boolean => line?.startsWith('>') ?? false

function quote(lines: string[], depth: number): string {
  return `<blockquote>${linesToHtml(
    lines.map((line) => line.replace(/^> ?/, '')),
    depth + 1,
  )}</blockquote>`
}

/** One paragraph a line, so that what is typed after looks like what stands before; a blank line stays one. */
function paragraphs(lines: string[]): string {
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
}
