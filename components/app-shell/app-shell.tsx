'use client'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { OutboxAlert } from '../outbox/outbox-alert'
import { usePreferences } from '../preferences/preferences-context'
import { BottomBar } from './bottom-bar'
import { ComposerSlot } from './composer-slot'
import { closeKeySheet, useKeySheet } from './key-sheet-store'
import { Sidebar } from './sidebar'
import { useStyleNonce } from './style-nonce'
import { TopBar } from './top-bar'

const KeySheet = dynamic(() => import('./key-sheet').then((module) => module.KeySheet), { ssr: false })

/** The frame of every signed-in screen: top bar and sidebar, on a phone the bottom bar; composers float above it. */
export function AppShell({ children }: { children: ReactNode }) {
  const common = useTranslations('common')
  const { preferences } = usePreferences()
  const isSheetOpen = useKeySheet()
  useStyleNonce()
  return (
    <div data-side={preferences.sidebar} className="flex h-dvh flex-col bg-paper">
      <a
        href="#content"
        className="sr-only rounded-md bg-raised px-3 py-2 shadow-float focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-50"
      >
        {common('skipToContent')}
      </a>
      <TopBar />
      <OutboxAlert />
      <div className="flex min-h-0 flex-1">
        <Sidebar />
        <main
          id="content"
          tabIndex={-1}
          className="min-w-0 flex-1 overflow-hidden border-hairline bg-surface outline-none md:rounded-tl-lg md:border-t md:border-l"
        >
          {children}
        </main>
      </div>
      <BottomBar />
      <ComposerSlot />
      {isSheetOpen ? <KeySheet onClose={closeKeySheet} /> : null}
    </div>
  )
}
