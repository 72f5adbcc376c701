'use client'
import { useQueryClient } from '@tanstack/react-query'
import { clsx } from 'clsx'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { ThreadPage } from '@/lib/contract/messages'
import { useGoTo } from '../app-shell/go-to'
import type { MailLocation } from '../app-shell/mail-location'
import { OfflineBar } from '../app-shell/offline-bar'
import { useMailLocation } from '../app-shell/use-mail-location'
import { useFolderName } from '../folder-tree/folder-name'
import { keys } from '../live/query-keys'
import { useMailboxFolders } from '../live/use-mailboxes'
import { usePreferences } from '../preferences/preferences-context'
import { ListPane } from './list-pane'
import { ListResizer } from './list-resizer'
import { preloadReading, ReadingPane } from './reading-pane'
import { useMailScreen } from './use-mail-screen'
import { useMailShortcuts } from './use-mail-shortcuts'
import { useTitle } from './use-title'

const FolderDrawer = dynamic(() => import('./folder-drawer').then((module) => module.FolderDrawer), {
  ssr: false,
})
const DeleteForever = dynamic(() => import('./delete-forever').then((module) => module.DeleteForever), {
  ssr: false,
})

/** The head of the folder that the page was asked for, as the server knew it. */
export type FirstPage = { folderId: string; page: ThreadPage }

/** Puts it into the cache before anything asks for it; what is there already is newer. */
function usePlanted(first: FirstPage | null): void {
  const client = useQueryClient()
  useState(() => {
    const key = keys.threads(first?.folderId ?? '')
    if (first && client.getQueryData(key) === undefined) client.setQueryData(key, first.page)
  })
}

const nowhere: MailLocation = { folderId: undefined, threadId: undefined, query: undefined }

/** List and reading pane side by side; one at a time on a phone. The folders are in the shell's sidebar. */
export function MailScreen({ firstPage }: { firstPage: FirstPage | null }) {
  usePlanted(firstPage)
  const place = useInboxAtFirst(useMailLocation() ?? nowhere)
  const screen = useMailScreen(place, preloadReading)
  const grid = useRef<HTMLDivElement>(null)
  const [isDrawerOpen, setDrawerOpen] = useState(false)
  const { preferences } = usePreferences()
  useMailShortcuts(screen, grid)
  useScreenTitle(screen.found, place.query)

  const isReading = place.threadId !== undefined
  return (
    <div className="flex h-full min-w-0 flex-col">
      <OfflineBar />
      <div className="flex min-h-0 flex-1" style={{ '--list-width': `${preferences.listWidth}px` }}>
        <div
          className={clsx(
            'min-w-0 max-md:flex-1 md:w-(--list-width) md:shrink-0',
            isReading && 'max-md:hidden',
          )}
        >
          <ListPane screen={screen} gridRef={grid} onFolders={() => setDrawerOpen(true)} />
        </div>
        <ListResizer />
        <div className={clsx('min-w-0 flex-1 bg-surface', !isReading && 'max-md:hidden')}>
          <ReadingPane screen={screen} />
        </div>
      </div>
      {isDrawerOpen ? <FolderDrawer onClose={() => setDrawerOpen(false)} /> : null}
      {screen.asking.length > 0 ? (
        <DeleteForever
          count={screen.asking.length}
          onConfirm={screen.acts.confirm}
          onCancel={screen.acts.cancel}
        />
      ) : null}
    </div>
  )
}

/** /mail alone is the first inbox there is; the address follows. */
function useInboxAtFirst(place: MailLocation): MailLocation {
  const goTo = useGoTo()
  const { mailboxes } = useMailboxFolders()
  const folders = mailboxes.flatMap((entry) => entry.folders ?? [])
  const isNowhere = place.folderId === undefined && place.query === undefined
  const inbox = isNowhere ? (folders.find((folder) => folder.role === 'inbox') ?? folders[0])?.id : undefined
  useEffect(() => {
    if (inbox === undefined) return
    // Next learns of changed addresses only after the first effects of a page have run
    const timer = setTimeout(() => goTo({ folderId: inbox }, 'replace'))
    return () => clearTimeout(timer)
  }, [inbox, goTo])
  return useMemo(() => (inbox === undefined ? place : { ...place, folderId: inbox }), [place, inbox])
}

function useScreenTitle(found: ReturnType<typeof useMailScreen>['found'], query: string | undefined): void {
  const t = useTranslations('mail')
  const folderName = useFolderName()
  const name = query !== undefined ? t('search.results') : found ? folderName(found.folder) : t('title')
  useTitle(name, query === undefined ? (found?.folder.unread ?? 0) : 0)
}
