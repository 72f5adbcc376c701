'use client'
import { WifiOff } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useFormats } from '../i18n/formats'
import { useLiveness } from '../live/live-state'

/** a stream that comes back sooner is not worth a word */
const PATIENCE_MS = 4000

/** What is on screen may be old, and this is how old. */
export function OfflineBar() {
  const t = useTranslations('mail')
  const formats = useFormats()
  const { state, trueAt } = useLiveness()
  const [isShown, setShown] = useState(false)
  const isOpen = state === 'open'
  useEffect(() => {
    if (isOpen) return setShown(false)
    const timer = setTimeout(() => setShown(true), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [isOpen])
  if (!isShown) return null
  return (
    <div
      role="status"
      className="flex h-8 shrink-0 items-center gap-2 border-hairline border-b bg-selection px-4 text-ink text-xs"
    >
      <WifiOff size={16} strokeWidth={1.75} aria-hidden className="shrink-0" />
      <span className="truncate">
        {trueAt === null
          ? t('shell.offlineNoTime')
          : t('shell.offline', { time: formats.time(new Date(trueAt)) })}
      </span>
    </div>
  )
}
