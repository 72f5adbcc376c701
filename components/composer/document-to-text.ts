// The editor's document as plain text: what recipients without HTML read, and what a switch to plain text keeps.
import type { JSONContent } from '@tiptap/react'

/** Paragraphs are lines, quotes get `> ` (RFC 3676 section 4.5), lists their marks, a link its address behind it. */
export function documentToText(node: JSONContent): string {
  return blockLines(node).join('\n').replace(/\s+$/, '')
}

function blockLines(node: JSONContent): string[] {
  const children = node.content ?? []
  switch (node.type) {
    case 'blockquote':
      return children
        .flatMap(blockLines)
        .map((line) => (line === '' || line.startsWith('>') ? `>${line}` : `> ${line}`))
    case 'bulletList':
      return children.flatMap((item) => listItem(item, '- '))
    case 'orderedList':
      return children.flatMap((item, i) => listItem(item, `${Number(node.attrs?.start ?? 1) + i}. `))
    case 'codeBlock':
      return inline(children)
        .split('\n')
        .map((line) => `    ${line}`)
    case 'horizontalRule':
      return ['---']
    case 'paragraph':
    case 'heading':
      return inline(children).split('\n')
    default:
      return children.flatMap(blockLines)
  }
}

function listItem(item: JSONContent, mark: string): string[] {
  const lines = (item.content ?? []).flatMap(blockLines)
  return lines.map((line, i) => (i === 0 ? mark : ' '.repeat(mark.length)) + line)
}

function inline(nodes: JSONContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'hardBreak') return '\n'
      const text = node.text ?? ''
      const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.href as string | undefined
      return href && !isSame(href, text) ? `${text} <${href}>` : text
    })
    .join('')
}

function isSame(href: string, text: string): boolean {
  const bare = (value: string) => value.replace(/^(?:https?:\/\/|mailto:)/, '').replace(/\/$/, '')
  return bare(href) === bare(text)
}
