'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { Folder } from '@/lib/contract/mailboxes'
import { PlaceLink } from '../app-shell/place-link'
import { sideItemClass, sideLabelClass } from '../app-shell/side-item'
import { useFormats } from '../i18n/formats'
import { folderIcon } from './folder-icon'
import { useFolderName } from './folder-name'

type FolderLinkProps = { folder: Folder; depth: number; isCurrent: boolean; onFollow?: () => void }

/** Drafts are counted whole, as each waits for its author; Trash and Sent have nothing to announce. */
function countOf(folder: Folder): number {
  if (folder.role === 'drafts') return folder.total
  return folder.role === 'trash' || folder.role === 'sent' ? 0 : folder.unread
}

export function FolderLink({ folder, depth, isCurrent, onFollow }: FolderLinkProps) {
  const t = useTranslations('mail')
  const formats = useFormats()
  const name = useFolderName()(folder)
  const count = countOf(folder)
  const label =
    folder.role === 'drafts'
      ? t('folders.draftsCount', { name, count })
      : t('folders.unread', { name, count })
  const Icon = folderIcon(folder.role)
  return (
    <PlaceLink
      place={{ folderId: folder.id }}
      onClick={onFollow}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={count > 0 ? label : name}
      title={name}
      className={clsx(sideItemClass, isCurrent && 'bg-selection! text-ink!')}
      style={{ '--depth': depth }}
    >
      <span className="relative">
        <Icon size={18} strokeWidth={1.75} aria-hidden className="shrink-0" />
        {count > 0 ? (
          <span
            aria-hidden
            className="absolute -top-0.5 -right-1 hidden size-2 rounded-full border border-paper bg-mark side-folded:block"
          />
        ) : null}
      </span>
      <span className={clsx(sideLabelClass, 'flex-1 truncate', count > 0 && 'font-semibold text-ink')}>
        {name}
      </span>
      {count > 0 ? (
        <span className={clsx(sideLabelClass, 'figures text-ink-soft text-xs')}>{formats.number(count)}</span>
      ) : null}
    </PlaceLink>
  )
}
