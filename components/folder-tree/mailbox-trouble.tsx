'use client'
import { CircleAlert, KeyRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Mailbox } from '@/lib/contract/mailboxes'
import { sideLabelClass } from '../app-shell/side-item'
import { useFormats } from '../i18n/formats'

/** A mailbox that cannot be reached says which step failed, in whose words, and when it is tried again. */
export function MailboxTrouble({ mailbox, isInSidebar = true }: { mailbox: Mailbox; isInSidebar?: boolean }) {
  const t = useTranslations('mail')
  const words = useTranslations('common')
  const formats = useFormats()
  const { state, error, nextTryAt } = mailbox.sync
  if (state !== 'trouble' && state !== 'signed-out') return null
  const Icon = state === 'signed-out' ? KeyRound : CircleAlert
  return (
    <div role="status" className="flex gap-2.5 px-2.5 py-1.5 text-xs leading-4">
      <Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0 text-warning" />
      <div className={isInSidebar ? sideLabelClass : 'min-w-0'}>
        <p className="font-medium text-warning">
          {state === 'signed-out'
            ? t('sync.signedOut')
            : error
              ? t('sync.failedAt', { step: words(`connect.step.${error.step}`) })
              : t('sync.trouble')}
        </p>
        {error ? <p className="break-words text-ink-faint">{`${error.server}: ${error.message}`}</p> : null}
        {nextTryAt ? (
          <p className="text-ink-faint">{t('sync.nextTry', { time: formats.time(nextTryAt) })}</p>
        ) : null}
      </div>
    </div>
  )
}
