'use client'
import { useTranslations } from 'next-intl'
import type { Folder, Mailbox } from '@/lib/contract/mailboxes'
import { sideLabelClass } from '../app-shell/side-item'
import { useFormats } from '../i18n/formats'
import { Progress } from '../ui/progress'

/** The first synchronisation, with numbers: mail can be read while the older part is still coming. */
export function MailboxProgress({ mailbox, folders }: { mailbox: Mailbox; folders: Folder[] }) {
  const t = useTranslations('mail')
  const formats = useFormats()
  const open = folders.filter((folder) => folder.selectable)
  const total = open.reduce((sum, folder) => sum + folder.total, 0)
  const cached = open.reduce((sum, folder) => sum + Math.min(folder.cached, folder.total), 0)
  const isFirst = mailbox.sync.state === 'new' || mailbox.sync.state === 'syncing'
  if (!isFirst || cached >= total) return null
  const numbers = t('sync.progress', { done: formats.number(cached), total: formats.number(total) })
  return (
    <div className={`${sideLabelClass} px-2.5 py-1.5 text-ink-faint text-xs`}>
      <p className="figures mb-1.5">{numbers}</p>
      <Progress value={cached} max={total} label={t('sync.label')} valueText={numbers} />
    </div>
  )
}
