'use client'
import { FolderX, Inbox, SearchX } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { RefObject } from 'react'
import { ApiProblem } from '@/lib/api-client/problem'
import { PlaceLink } from '../app-shell/place-link'
import { useFolderName } from '../folder-tree/folder-name'
import { MailboxTrouble } from '../folder-tree/mailbox-trouble'
import { useFormats } from '../i18n/formats'
import { useProblemText } from '../live/problem-text'
import { useMailboxes } from '../live/use-mailboxes'
import { ListHeader } from '../message-list/list-header'
import { ListSkeleton } from '../message-list/list-skeleton'
import { MessageList } from '../message-list/message-list'
import { SearchBox } from '../search-box/search-box'
import { buttonClass } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { ErrorState } from '../ui/error-state'
import { ListEmpty } from './list-empty'
import { useDensity } from './use-density'
import type { MailScreenState } from './use-mail-screen'

const UnfinishedDrafts = dynamic(
  () => import('../composer/unfinished-drafts').then((module) => module.UnfinishedDrafts),
  { ssr: false },
)
const SelectedRows = dynamic(() => import('./selected-rows').then((module) => module.SelectedRows), {
  ssr: false,
})

type ListPaneProps = {
  screen: MailScreenState
  gridRef: RefObject<HTMLDivElement | null>
  onFolders: () => void
}

export function ListPane({ screen, gridRef, onFolders }: ListPaneProps) {
  const t = useTranslations('mail')
  const formats = useFormats()
  const folderName = useFolderName()
  const [density, setDensity] = useDensity()
  const { place, found, list } = screen
  const isSearch = place.query !== undefined
  const title = isSearch ? t('search.results') : found ? folderName(found.folder) : ''
  const count = isSearch || list.isPending || list.error ? undefined : formats.number(list.total)
  return (
    <section aria-label={title || t('list.label')} className="flex h-full min-w-0 flex-col bg-surface">
      {isSearch ? (
        <div className="shrink-0 p-2 pb-1 md:hidden">
          <SearchBox />
        </div>
      ) : null}
      <ListHeader
        title={title}
        count={count}
        density={density}
        onDensity={setDensity}
        onFolders={onFolders}
        bulk={screen.selection.keys.size > 0 ? <SelectedRows screen={screen} /> : null}
      />
      {isSearch && list.rows.length > 0 && !list.isComplete ? (
        <p role="status" className="border-hairline border-b px-4 py-1.5 text-ink-faint text-xs">
          {t('search.incomplete')}
        </p>
      ) : null}
      <Trouble screen={screen} />
      {found?.folder.role === 'drafts' ? <UnfinishedDrafts mailboxId={found.mailbox.id} /> : null}
      <ListBody screen={screen} gridRef={gridRef} density={density} />
    </section>
  )
}

/** Where the sidebar is folded or absent, the list itself says that its mailbox cannot be reached. */
function Trouble({ screen }: { screen: MailScreenState }) {
  const { data: mailboxes = [] } = useMailboxes()
  const mailbox = screen.found?.mailbox ?? mailboxes[0]
  if (!mailbox || screen.place.query !== undefined) return null
  return (
    <div className="hidden border-hairline border-b px-1.5 empty:border-0 max-md:block side-folded:block">
      <MailboxTrouble mailbox={mailbox} isInSidebar={false} />
    </div>
  )
}

/** An old link, or a folder that somebody deleted from elsewhere. */
function FolderGone() {
  const t = useTranslations('mail')
  const toInbox = (
    <PlaceLink place={{}} className={buttonClass()}>
      {t('list.toInbox')}
    </PlaceLink>
  )
  return (
    <EmptyState icon={FolderX} action={toInbox}>
      {t('list.noFolder')}
    </EmptyState>
  )
}

type ListBodyProps = Omit<ListPaneProps, 'onFolders'> & { density: 'comfortable' | 'compact' }

function ListBody({ screen, gridRef, density }: ListBodyProps) {
  const t = useTranslations('mail')
  const common = useTranslations('common')
  const problemText = useProblemText()
  const { data: mailboxes } = useMailboxes()
  const { list, place, selection } = screen
  if (list.error) {
    if (list.error instanceof ApiProblem && list.error.status === 404) return <FolderGone />
    const { text, details } = problemText(list.error)
    const title = place.query === undefined ? t('list.failed') : t('search.failed')
    const folded = details ? { label: common('details'), text: details } : undefined
    return (
      <ErrorState title={title} retry={{ label: common('tryAgain'), onRetry: list.onRetry }} details={folded}>
        {text}
      </ErrorState>
    )
  }
  if (mailboxes?.length === 0) return <EmptyState icon={Inbox}>{t('list.noMailbox')}</EmptyState>
  if (place.query?.trim() === '') return <EmptyState icon={SearchX}>{t('search.prompt')}</EmptyState>
  if (list.isPending) return <ListSkeleton density={density} />
  if (list.rows.length === 0 && list.total === 0) return <ListEmpty screen={screen} icon={Inbox} />
  return (
    <MessageList
      key={screen.listId}
      listId={screen.listId}
      rows={list.rows}
      total={list.total}
      density={density}
      openThreadId={place.threadId}
      activeKey={screen.activeKey}
      selected={selection.keys}
      handlers={screen.handlers}
      onActivate={(row) => (screen.openRow ? screen.open(row) : screen.setCursor(row.key))}
      onNeed={list.onNeed}
      gridRef={gridRef}
    />
  )
}
