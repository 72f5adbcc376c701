'use client'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { sideLabelClass } from '../app-shell/side-item'
import { useMailLocation } from '../app-shell/use-mail-location'
import { type MailboxFolders, useMailboxFolders } from '../live/use-mailboxes'
import { Skeleton } from '../ui/skeleton'
import { FolderLink } from './folder-link'
import { type FolderNode, folderNodes } from './folder-nodes'
import { MailboxProgress } from './mailbox-progress'
import { MailboxTrouble } from './mailbox-trouble'

/** All folders of all mailboxes. `onFollow` closes the drawer that shows it on a phone. */
export function FolderTree({ onFollow }: { onFollow?: () => void }) {
  const t = useTranslations('mail')
  const { mailboxes, isPending } = useMailboxFolders()
  return (
    <nav aria-label={t('folders.label')} className="flex flex-col gap-4">
      {isPending ? <TreeSkeleton /> : null}
      {mailboxes.map((entry) => (
        <MailboxTree
          key={entry.mailbox.id}
          entry={entry}
          isNamed={mailboxes.length > 1}
          onFollow={onFollow}
        />
      ))}
    </nav>
  )
}

type MailboxTreeProps = { entry: MailboxFolders; isNamed: boolean; onFollow?: () => void }

function MailboxTree({ entry, isNamed, onFollow }: MailboxTreeProps) {
  const locale = useLocale()
  const { mailbox, folders } = entry
  const nodes = useMemo(() => folderNodes(folders ?? [], locale), [folders, locale])
  return (
    <section aria-label={mailbox.address} className="flex flex-col gap-px">
      {isNamed ? (
        <h2 className={`${sideLabelClass} truncate px-2.5 pb-1 font-medium text-ink-faint text-xs`}>
          {mailbox.name || mailbox.address}
        </h2>
      ) : null}
      <MailboxTrouble mailbox={mailbox} />
      {folders ? <Nodes nodes={nodes} depth={0} onFollow={onFollow} /> : <TreeSkeleton />}
      {folders ? <MailboxProgress mailbox={mailbox} folders={folders} /> : null}
    </section>
  )
}

type NodesProps = { nodes: FolderNode[]; depth: number; onFollow?: () => void }

function Nodes({ nodes, depth, onFollow }: NodesProps) {
  const current = useMailLocation()?.folderId
  return (
    <ul className="flex flex-col gap-px">
      {nodes.map(({ folder, children }) => (
        <li key={folder.id}>
          {folder.selectable ? (
            <FolderLink folder={folder} depth={depth} isCurrent={folder.id === current} onFollow={onFollow} />
          ) : (
            <span className={`${sideLabelClass} block truncate px-2.5 py-1.5 text-ink-faint`}>
              {folder.name}
            </span>
          )}
          {children.length > 0 ? <Nodes nodes={children} depth={depth + 1} onFollow={onFollow} /> : null}
        </li>
      ))}
    </ul>
  )
}

const bars = ['w-16', 'w-12', 'w-14', 'w-20', 'w-10', 'w-14']

function TreeSkeleton() {
  return (
    <div aria-hidden className="flex animate-late flex-col gap-px">
      {bars.map((width, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list
        <div key={at} className="flex h-8 items-center gap-2.5 px-2.5">
          <Skeleton className="size-[18px]" />
          <Skeleton className={`h-3 ${width}`} />
        </div>
      ))}
    </div>
  )
}
