'use client'
import { type Editor, useEditorState } from '@tiptap/react'
import { Link2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { TextField } from '../ui/text-field'
import { linkAddress } from './link-address'

/** Makes the chosen words a link, or takes the link away. */
export function LinkTool({ editor }: { editor: Editor }) {
  const t = useTranslations('composer')
  const [isOpen, setOpen] = useState(false)
  const href = useEditorState({
    editor,
    selector: ({ editor }) => editor.getAttributes('link').href as string | undefined,
  })
  const done = (address: string | null) => {
    setOpen(false)
    if (address === null) editor.chain().focus().extendMarkRange('link').unsetLink().run()
    else setLink(editor, address)
  }
  return (
    <Popover
      label={t('toolbar.link')}
      open={isOpen}
      onOpenChange={setOpen}
      trigger={
        <IconButton
          icon={Link2}
          size="sm"
          bare
          tabIndex={-1}
          label={t('toolbar.link')}
          aria-pressed={href !== undefined}
        />
      }
    >
      <LinkForm current={href} onDone={done} />
    </Popover>
  )
}

/** Without a selection the address itself becomes the words. */
function setLink(editor: Editor, href: string): void {
  const isEmpty = editor.state.selection.empty && !editor.isActive('link')
  const chain = editor.chain().focus()
  if (isEmpty)
    chain.insertContent({ type: 'text', text: href, marks: [{ type: 'link', attrs: { href } }] }).run()
  else chain.extendMarkRange('link').setLink({ href }).run()
}

function LinkForm({
  current,
  onDone,
}: {
  current: string | undefined
  onDone: (address: string | null) => void
}) {
  const t = useTranslations('composer')
  const [typed, setTyped] = useState(current ?? '')
  const [isBad, setBad] = useState(false)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    const address = linkAddress(typed)
    if (address) onDone(address)
    else setBad(true)
  }
  return (
    <form onSubmit={submit} className="flex w-72 flex-col gap-3" noValidate>
      <TextField
        label={t('toolbar.linkAddress')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        error={isBad ? t('toolbar.linkBad') : undefined}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
      />
      <div className="flex justify-end gap-2">
        {current ? (
          <Button tone="quiet" size="sm" onClick={() => onDone(null)}>
            {t('toolbar.unlink')}
          </Button>
        ) : null}
        <Button type="submit" size="sm">
          {t('toolbar.linkApply')}
        </Button>
      </div>
    </form>
  )
}
