'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { listenToEvents } from '@/lib/api-client/events'
import { eventApplier, refreshAll, refreshLists } from './apply-event'
import { setLiveState } from './live-state'
import { keys } from './query-keys'
import { useRefusedChanges } from './use-refused-changes'

/** Keeps the browser's cache true while the page is open. Mounted once, by AppProviders. */
export function useLiveEvents(): void {
  const client = useQueryClient()
  const showRefused = useRefusedChanges()
  const latest = useRef(showRefused)
  useEffect(() => {
    latest.current = showRefused
  })

  useEffect(() => {
    const applyEvent = eventApplier(client)
    return listenToEvents({
      onEvent: (event) => {
        applyEvent(event)
        if (event.type === 'changes-refused') void latest.current(event.changeIds)
      },
      onState: (state) => {
        setLiveState(state, Date.now())
        // what changed between the page's first answers and the stream's beginning was not announced
        if (state === 'open') refreshLists(client)
        // a stream does not say why it broke; the account does: 401 leads to the sign-in page
        if (state === 'broken') void client.invalidateQueries({ queryKey: keys.account })
      },
      onGap: () => refreshAll(client),
    })
  }, [client])
}
