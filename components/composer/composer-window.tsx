'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react'
import type { Mailbox } from '@/lib/contract/mailboxes'
import { AlertDialog } from '../ui/alert-dialog'
import { AddressFields } from './address-fields'
import { AttachmentList } from './attachment-list'
import { closeComposer } from './close-composer'
import { ComposerFooter } from './composer-footer'
import { ComposerNotices } from './composer-notices'
import { dispatch } from './composer-store'
import { isBlank, type Obstacle, obstaclesOf } from './composer-warnings'
import type { Composition } from './composition'
import { FromLine } from './from-line'
import { discardDraft } from './open-draft'
import { PlainBody } from './plain-body'
import { obstaclesBeforeSending, sendComposition } from './send-composition'
import { SubjectField } from './subject-field'
import { TitleBar } from './title-bar'
import { useFileDrop } from './use-file-drop'

const RichBody = lazy(() => import('./rich-body'))

/** One open composer: a sheet at the lower right, the whole screen on a phone. Not modal: the mail stays in reach. */
export function ComposerWindow({
  composition,
  mailboxes,
}: {
  composition: Composition
  mailboxes: Mailbox[]
}) {
  const t = useTranslations('composer')
  const { key } = composition
  const [obstacles, setObstacles] = useState<Obstacle[]>([])
  const [isAsking, setAsking] = useState(false)
  const toInput = useRef<HTMLInputElement>(null)
  const drop = useFileDrop(key)
  // decided once: the focus must not jump when the first recipient is taken in
  const [startsInBody] = useState(composition.to.length > 0)
  useEffect(() => {
    if (!startsInBody) toInput.current?.focus()
  }, [startsInBody])

  const send = () => {
    setObstacles(obstaclesBeforeSending(key))
    void sendComposition(key)
  }
  const discard = () => (isBlank(composition) ? void discardDraft(key) : setAsking(true))
  const minimise = () => dispatch({ type: 'minimise', key, minimised: true })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.defaultPrevented) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      send()
    } else if (event.key === 'Escape' && event.currentTarget.contains(event.target as Node)) {
      event.preventDefault()
      minimise()
    }
  }

  return (
    <div
      role="dialog"
      aria-label={t('newMessage')}
      onKeyDownCapture={sendBeforeEditor(onKeyDown)}
      onKeyDown={onKeyDown}
      {...drop.handlers}
      className="relative flex max-h-[min(720px,calc(100dvh-76px))] w-[640px] max-w-[calc(100vw-32px)] animate-rise flex-col rounded-t-lg border border-hairline border-b-0 bg-raised shadow-float max-md:fixed max-md:inset-0 max-md:h-dvh max-md:max-h-none max-md:w-full max-md:max-w-none max-md:rounded-none max-md:border-0"
    >
      <TitleBar composition={composition} onMinimise={minimise} onClose={() => void closeComposer(key)} />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <FromLine mailboxes={mailboxes} mailboxId={composition.mailboxId} />
        <AddressFields composition={composition} toRef={toInput} />
        <SubjectField composition={composition} />
        {composition.format === 'plain' ? (
          <PlainBody composition={composition} hasFocus={startsInBody} />
        ) : (
          <Suspense fallback={<p className="min-h-60 px-4 py-3 text-ink-faint">{t('loading')}</p>}>
            <RichBody composition={composition} hasFocus={startsInBody} />
          </Suspense>
        )}
      </div>
      <AttachmentList composition={composition} />
      <ComposerNotices composition={composition} obstacles={stillThere(obstacles, composition)} />
      <ComposerFooter composition={composition} onSend={send} onDiscard={discard} />
      <p
        aria-hidden={!drop.isOver}
        className={clsx(
          'pointer-events-none absolute inset-2 items-center justify-center rounded-md border-2 border-mark border-dashed bg-raised font-medium text-ink',
          drop.isOver ? 'flex' : 'hidden',
        )}
      >
        {t('drop')}
      </p>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('discardAsk.title')}
        description={t('discardAsk.body')}
        cancelLabel={t('discardAsk.no')}
        confirmLabel={t('discardAsk.yes')}
        tone="danger"
        onConfirm={() => void discardDraft(key)}
      />
    </div>
  )
}

/** What stood in the way when Send was pressed and still does. */
function stillThere(obstacles: Obstacle[], composition: Composition): Obstacle[] {
  const now = obstaclesOf(composition)
  return obstacles.filter((obstacle) => now.includes(obstacle))
}

/** Ctrl+Enter must not reach the editor, which would break the line. */
function sendBeforeEditor(act: (event: KeyboardEvent) => void) {
  return (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.stopPropagation()
      act(event)
    }
  }
}
