'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { Bold, Code, Italic, List, ListOrdered, type LucideIcon, TextQuote } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent } from 'react'
import { IconButton } from '../ui/icon-button'
import { LinkTool } from './link-tool'

type Tool = {
  name: 'bold' | 'italic' | 'bulletList' | 'orderedList' | 'quote' | 'code'
  node: string
  icon: LucideIcon
  run: (editor: Editor) => void
}

const tools: Tool[] = [
  { name: 'bold', node: 'bold', icon: Bold, run: (e) => e.chain().focus().toggleBold().run() },
  { name: 'italic', node: 'italic', icon: Italic, run: (e) => e.chain().focus().toggleItalic().run() },
  {
    name: 'bulletList',
    node: 'bulletList',
    icon: List,
    run: (e) => e.chain().focus().toggleBulletList().run(),
  },
  {
    name: 'orderedList',
    node: 'orderedList',
    icon: ListOrdered,
    run: (e) => e.chain().focus().toggleOrderedList().run(),
  },
  {
    name: 'quote',
    node: 'blockquote',
    icon: TextQuote,
    run: (e) => e.chain().focus().toggleBlockquote().run(),
  },
  { name: 'code', node: 'code', icon: Code, run: (e) => e.chain().focus().toggleCode().run() },
]

/** One stop for the Tab key; arrows walk within (WAI-ARIA toolbar). */
export function EditorToolbar({ editor }: { editor: Editor }) {
  const t = useTranslations('composer')
  const active = useEditorState({
    editor,
    selector: ({ editor }) => tools.filter((tool) => editor.isActive(tool.node)).map((tool) => tool.name),
  })
  return (
    <div
      role="toolbar"
      aria-label={t('toolbar.label')}
      onKeyDown={walk}
      className="sticky bottom-0 flex flex-wrap items-center gap-0.5 bg-raised px-2.5 py-1"
    >
      {tools.map(({ name, icon, run }, at) => (
        <IconButton
          key={name}
          icon={icon}
          size="sm"
          label={t(`toolbar.${name}`)}
          tabIndex={at === 0 ? 0 : -1}
          aria-pressed={active.includes(name)}
          onClick={() => run(editor)}
        />
      ))}
      <LinkTool editor={editor} />
    </div>
  )
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key]
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')]
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
  if (!step || at < 0) return
  event.preventDefault()
  buttons[(at + step + buttons.length) % buttons.length]?.focus()
}
