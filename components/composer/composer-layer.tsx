'use client'
import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, useMemo } from 'react'
import type { Mailbox } from '@/lib/contract/mailboxes'
import { keys } from '../live/query-keys'
import { useAccount } from '../live/use-account'
import { useMailboxes } from '../live/use-mailboxes'
import { startAutosave } from './autosave'
import { dispatch, useComposers } from './composer-store'
import type { Composition } from './composition'
import { keepCopiesFor, readCopies } from './local-copies'
import { MinimisedComposer } from './minimised-composer'
import { useSent } from './sent-store'
import { UndoBar } from './undo-bar'
import { useOpenRequests } from './use-open-requests'
import { useReturnFocus } from './use-return-focus'

const ComposerWindow = lazy(() => import('./composer-window').then((m) => ({ default: m.ComposerWindow })))

/** Draws the open composers over every signed-in screen, and keeps them saved. Mounted once, by the shell. */
export function ComposerLayer() {
  const { data: account } = useAccount()
  const { data: mailboxes = [] } = useMailboxes()
  const { open } = useComposers()
  const own = useMemo(
    () => [...mailboxes.map((mailbox) => mailbox.address), ...(account ? [account.email] : [])],
    [mailboxes, account],
  )
  useOpenRequests(own, mailboxes[0]?.id)
  useCopies(account?.id)
  useOutboxRefresh()
  useReturnFocus()

  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex flex-col items-end gap-3 px-6 max-md:bottom-[60px] max-md:px-3">
      {/* on a phone a composer fills the screen: Undo stays above it and above its buttons */}
      <div className="z-10 flex flex-col items-end gap-2 last:pb-4 max-md:not-last:pb-12">
        <UndoBar />
      </div>
      {open.length > 0 ? <OpenComposers open={open} mailboxes={mailboxes} /> : null}
    </div>
  )
}

function OpenComposers({ open, mailboxes }: { open: Composition[]; mailboxes: Mailbox[] }) {
  return (
    <div className="flex items-end justify-end gap-3">
      {open.map((composition) => (
        <div key={composition.key} className="pointer-events-auto">
          {composition.minimised ? (
            <MinimisedComposer composition={composition} />
          ) : (
            <Suspense>
              <ComposerWindow composition={composition} mailboxes={mailboxes} />
            </Suspense>
          )}
        </div>
      ))}
    </div>
  )
}

/** Brings back what was open before a reload, then keeps everything saved. */
function useCopies(userId: string | undefined): void {
  useEffect(() => {
    if (!userId) return
    keepCopiesFor(userId)
    for (const composition of readCopies()) {
      const { minimised } = composition
      dispatch({ type: 'open', composition })
      if (minimised) dispatch({ type: 'minimise', key: composition.key, minimised })
    }
    return startAutosave()
  }, [userId])
}

/** What was just sent or taken back shows in the outbox at once, without waiting for the event. */
function useOutboxRefresh(): void {
  const client = useQueryClient()
  const sent = useSent()
  useEffect(() => {
    if (sent.length >= 0) void client.invalidateQueries({ queryKey: keys.outbox })
  }, [sent, client])
}
