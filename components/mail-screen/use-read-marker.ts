'use client'
import { useCallback, useEffect, useRef } from 'react'
import type { Summary } from '@/lib/contract/messages'
import type { ThreadActions } from '../thread-actions/use-thread-actions'

/**
 * Marks a message as read once its body is on screen. `hold` stops that while this conversation stays open, so that
 * what the person marks as unread by hand remains so.
 */
export function useReadMarker(actions: ThreadActions, threadId: string | undefined) {
  const handled = useRef(new Set<string>())
  const isHeld = useRef(false)
  useEffect(() => {
    if (threadId === undefined) return
    handled.current.clear()
    isHeld.current = false
  }, [threadId])

  const onRead = useCallback(
    (message: Summary) => {
      if (message.flags.seen || isHeld.current || handled.current.has(message.id)) return
      handled.current.add(message.id)
      const { id, threadId, folderId } = message
      void actions.mark([{ threadId, folderId, messageIds: [id], isUnread: true }], true)
    },
    [actions],
  )
  const hold = useCallback(() => {
    isHeld.current = true
  }, [])
  return { onRead, hold }
}
