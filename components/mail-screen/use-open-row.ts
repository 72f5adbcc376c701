'use client'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { MailLocation } from '../app-shell/mail-location'
import type { RowItem } from '../message-list/row-item'
import { threadQuery } from '../thread-actions/resolve-messages'

/** The open conversation as a row, also when the list has not come as far (a link, a reload deep in a folder). */
export function useOpenRow(
  { folderId, threadId }: MailLocation,
  listed: RowItem | undefined,
): RowItem | undefined {
  const isMissing = threadId !== undefined && listed === undefined
  const { data: thread } = useQuery({ ...threadQuery(threadId ?? ''), enabled: isMissing })
  return useMemo(() => {
    if (!isMissing || !thread || thread.id !== threadId) return listed
    const latest =
      thread.messages.findLast((message) => message.folderId === folderId) ?? thread.messages.at(-1)
    if (!latest) return undefined
    return {
      key: thread.id,
      threadId: thread.id,
      folderId: latest.folderId,
      people: latest.from,
      isOutgoing: false,
      count: thread.messages.length,
      isUnread: thread.messages.some((message) => !message.flags.seen),
      latest,
    }
  }, [isMissing, thread, threadId, folderId, listed])
}
