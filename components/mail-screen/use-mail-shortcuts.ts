'use client'
import { useQueryClient } from '@tanstack/react-query'
import type { RefObject } from 'react'
import { openKeySheet } from '../app-shell/key-sheet-store'
import { useShortcuts } from '../app-shell/use-shortcuts'
import type { AnswerKind } from '../message-view/answer-bar'
import { messageQuery } from '../message-view/message-queries'
import { focusSearch } from '../search-box/focus-search'
import { threadQuery } from '../thread-actions/resolve-messages'
import { useAnswer, useCompose } from './use-compose'
import type { MailScreenState } from './use-mail-screen'

/** Gmail's keys. Whatever they do, the focus stays in the list or goes back to it. */
export function useMailShortcuts(screen: MailScreenState, grid: RefObject<HTMLDivElement | null>): void {
  const client = useQueryClient()
  const answer = useAnswer()
  const compose = useCompose(screen.place.folderId)
  const { acts, acted, activeRow, selection } = screen
  const inList = (act: () => void) => () => {
    act()
    grid.current?.focus({ preventScroll: true })
  }
  const answerOpen = (kind: AnswerKind) => async () => {
    if (!screen.openRow) return
    const { messages } = await client.ensureQueryData(threadQuery(screen.openRow.threadId))
    const newest = messages.at(-1)
    if (newest) answer(kind, await client.ensureQueryData(messageQuery(newest.id)))
  }
  const open = () => activeRow && screen.open(activeRow)
  const goBack = () => (selection.keys.size > 0 ? selection.clear() : screen.close())

  useShortcuts({
    j: inList(() => screen.step(1)),
    k: inList(() => screen.step(-1)),
    o: inList(() => open()),
    Enter: (event) => {
      // Enter on a button or link is theirs
      if (event.target instanceof Element && event.target.closest('button, a, summary')) return
      open()
    },
    u: inList(() => screen.close()),
    Escape: inList(goBack),
    x: inList(() => activeRow && selection.onToggle(activeRow.key, false)),
    'Mod+a': inList(() => selection.all()),
    e: inList(() => acts.archive(acted)),
    '#': inList(() => acts.remove(acted)),
    Delete: inList(() => acts.remove(acted)),
    'Shift+I': inList(() => acts.mark(acted, true)),
    'Shift+U': inList(() => (screen.openRow ? screen.markUnread() : acts.mark(acted, false))),
    r: answerOpen('reply'),
    a: answerOpen('reply-all'),
    f: answerOpen('forward'),
    c: compose,
    '/': focusSearch,
    '?': openKeySheet,
  })
}
