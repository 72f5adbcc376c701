'use client'
import { useCallback } from 'react'
import type { MessageDetail } from '@/lib/contract/messages'
import { openComposer } from '../composer/composer-store'
import { useFolder, useMailboxFolders } from '../live/use-mailboxes'
import type { AnswerKind } from '../message-view/answer-bar'

/** Opens an empty message, from the mailbox that is being looked at or the first one. */
export function useCompose(folderId: string | undefined): () => void {
  const here = useFolder(folderId)?.mailbox.id
  return useCallback(() => openComposer({ kind: 'new', mailboxId: here }), [here])
}

/** Answers from the mailbox that received the message. */
export function useAnswer(): (kind: AnswerKind, message: MessageDetail) => void {
  const { mailboxes } = useMailboxFolders()
  return useCallback(
    (kind, message) => {
      const owner = mailboxes.find(({ folders }) => folders?.some(({ id }) => id === message.folderId))
      const mailboxId = (owner ?? mailboxes[0])?.mailbox.id
      if (mailboxId) openComposer({ kind, mailboxId, message })
    },
    [mailboxes],
  )
}
