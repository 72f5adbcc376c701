'use client'
import { Paperclip, SendHorizontal, Trash2, Type } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ChangeEvent, useRef } from 'react'
import { useFormats } from '../i18n/formats'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { Tooltip } from '../ui/tooltip'
import { dispatch } from './composer-store'
import type { Composition } from './composition'
import { rememberFormat } from './preferred-format'
import { textToHtml } from './text-to-html'
import { addFiles } from './upload-files'

type Props = { composition: Composition; onSend: () => void; onDiscard: () => void }

export function ComposerFooter({ composition, onSend, onDiscard }: Props) {
  const t = useTranslations('composer')
  const isSending = composition.send.kind === 'sending'
  const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent)
  return (
    <footer className="flex items-center gap-1 border-hairline border-t px-4 py-2.5 max-md:pb-[max(10px,env(safe-area-inset-bottom))]">
      <Tooltip label={t('send')} shortcut={t(isMac ? 'sendHintMac' : 'sendHint')}>
        <Button tone="primary" onClick={onSend} aria-disabled={isSending} className="mr-1 min-w-24">
          <SendHorizontal size={16} strokeWidth={1.75} aria-hidden />
          {isSending ? t('sendingNow') : t('send')}
        </Button>
      </Tooltip>
      <AttachButton composeKey={composition.key} />
      <FormatButton composition={composition} />
      <SaveWords composition={composition} />
      <IconButton icon={Trash2} label={t('discard')} onClick={onDiscard} className="ml-auto" />
    </footer>
  )
}

function AttachButton({ composeKey }: { composeKey: string }) {
  const t = useTranslations('composer')
  const picker = useRef<HTMLInputElement>(null)
  const pick = ({ target }: ChangeEvent<HTMLInputElement>) => {
    addFiles(composeKey, [...(target.files ?? [])])
    target.value = ''
  }
  return (
    <>
      <IconButton icon={Paperclip} label={t('attach')} onClick={() => picker.current?.click()} />
      <input ref={picker} type="file" multiple hidden tabIndex={-1} aria-hidden onChange={pick} />
    </>
  )
}

/** Rich and plain are equals: the words stay, only marks go. */
function FormatButton({ composition }: { composition: Composition }) {
  const t = useTranslations('composer')
  const { key, text, html, format } = composition
  const toggle = () => {
    const next = format === 'rich' ? 'plain' : 'rich'
    rememberFormat(next)
    dispatch({ type: 'format', key, format: next, text, html: next === 'rich' ? textToHtml(text) : html })
  }
  return <IconButton icon={Type} label={t('format.rich')} aria-pressed={format === 'rich'} onClick={toggle} />
}

function SaveWords({ composition: { save } }: { composition: Composition }) {
  const t = useTranslations('composer')
  const { time } = useFormats()
  const words = () => {
    if (save.kind === 'saved') return t('saveState.saved', { at: time(save.at) })
    if (save.kind === 'on-this-device') return t(`saveState.${save.why}`)
    return save.kind === 'edited' || save.kind === 'saving' ? t('saveState.saving') : ''
  }
  return <span className="figures min-w-0 truncate px-2 text-ink-faint text-xs">{words()}</span>
}
