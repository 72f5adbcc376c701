/**
 * Joins the soft line breaks of format=flowed text (RFC 3676). Quote depth is kept: lines join only with lines
 * of the same depth. `delSp` takes off the space at the break. Line ends become \n.
 */
export function decodeFlowed(text: string, delSp: boolean): string {
  const out: string[] = []
  let open: { depth: number; text: string } | null = null
  for (const line of text.replace(/\r\n?/g, '\n').split('\n')) {
    const { depth, content } = unquoteLine(line)
    const signature = content === '-- '
    const flows = content.endsWith(' ') && !signature
    const piece = flows && delSp ? content.slice(0, -1) : content
    if (open && (open.depth !== depth || signature)) {
      out.push(shown(open.depth, open.text))
      open = null
    }
    const joined: string = (open?.text ?? '') + piece
    if (flows) open = { depth, text: joined }
    else {
      out.push(shown(depth, joined))
      open = null
    }
  }
  if (open) out.push(shown(open.depth, open.text))
  return out.join('\n')
}

function unquoteLine(line: string): { depth: number; content: string } {
  let depth = 0
  while (line[depth] === '>') depth++
  const rest = line.slice(depth)
  return { depth, content: rest.startsWith(' ') ? rest.slice(1) : rest }
}

const shown = (depth: number, text: string) => (depth === 0 ? text : `${'>'.repeat(depth)} ${text}`)
