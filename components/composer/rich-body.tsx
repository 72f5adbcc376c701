'use client'
import { type Editor, EditorContent, useEditor } from '@tiptap/react'
import StarterKit from '@tiptap/starter-kit'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { dispatch } from './composer-store'
import type { Composition } from './composition'
import { documentToText } from './document-to-text'
import { EditorToolbar } from './editor-toolbar'
import { isLinkable } from './link-address'
import './rich-body.css'

const extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    link: {
      openOnClick: false,
      autolink: true,
      defaultProtocol: 'https',
      protocols: ['http', 'https', 'mailto'],
      isAllowedUri: (address) => isLinkable(address),
      HTMLAttributes: { rel: 'noopener noreferrer', target: null },
    },
  }),
]

/** Rich text by Tiptap, loaded when the first composer opens. Its style tag is left out: the page's CSP forbids it. */
export default function RichBody({ composition, hasFocus }: { composition: Composition; hasFocus: boolean }) {
  const t = useTranslations('composer')
  const { key } = composition
  const editor = useEditor({
    extensions,
    content: composition.html,
    injectCSS: false,
    immediatelyRender: false,
    editorProps: {
      attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': t('body'), class: 'rich-body' },
    },
    onUpdate: ({ editor }) => tell(key, editor),
  })
  useEffect(() => {
    if (editor && hasFocus) editor.commands.focus('start')
  }, [editor, hasFocus])
  return (
    <div className="flex min-h-48 flex-1 flex-col">
      <EditorContent
        editor={editor}
        className="flex flex-1 flex-col px-4 py-3 text-ink text-reading max-md:text-lg"
      />
      {editor ? <EditorToolbar editor={editor} /> : null}
    </div>
  )
}

function tell(key: string, editor: Editor): void {
  dispatch({ type: 'body', key, html: editor.getHTML(), text: documentToText(editor.getJSON()) })
}
