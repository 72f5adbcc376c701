'use client'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '../ui/button'
import { showToast } from '../ui/toast-store'
import { removeSent, type Sent, useSent } from './sent-store'
import { undoSend } from './undo-send'

/** Messages on hold: the time left and Undo. The server holds them five seconds longer than this shows. */
export function UndoBar() {
  const sent = useSent()
  return sent.map((item) => <UndoCard key={item.outgoingId} item={item} />)
}

function UndoCard({ item }: { item: Sent }) {
  const t = useTranslations('composer')
  const [atStart] = useState(() => secondsLeft(item))
  const [isBusy, setBusy] = useState(false)
  const seconds = useSecondsLeft(item)

  const undo = async () => {
    setBusy(true)
    const answer = await undoSend(item)
    if (answer === 'undone') showToast({ text: t('undo.undone'), tone: 'success' })
    if (answer === 'too-late') showToast({ text: t('undo.tooLate'), tone: 'danger' })
    if (answer === 'failed') showToast({ text: t('undo.failed'), tone: 'danger' })
    setBusy(false)
  }
  return (
    <div
      role="status"
      className="pointer-events-auto flex h-11 animate-rise items-center gap-3 rounded-lg border border-hairline bg-raised pr-1.5 pl-4 text-ink text-sm shadow-float"
    >
      {/* read aloud once, not every second */}
      <span className="sr-only">{t('undo.sendingIn', { seconds: atStart })}</span>
      <span aria-hidden className="figures">
        {t('undo.sendingIn', { seconds })}
      </span>
      <Button tone="quiet" onClick={() => void undo()} disabled={isBusy} className="font-semibold text-link">
        {t('undo.undo')}
      </Button>
    </div>
  )
}

const secondsLeft = (item: Sent): number => Math.max(0, Math.ceil((item.until - Date.now()) / 1000))

function useSecondsLeft(item: Sent): number {
  const [seconds, setSeconds] = useState(() => secondsLeft(item))
  useEffect(() => {
    const timer = setInterval(() => {
      const left = secondsLeft(item)
      setSeconds(left)
      if (left === 0) removeSent(item.outgoingId)
    }, 250)
    return () => clearInterval(timer)
  }, [item])
  return seconds
}
