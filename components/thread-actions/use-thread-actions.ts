'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { changeFlags, deleteMessages, moveMessages } from '@/lib/api-client/messages'
import type { Folder } from '@/lib/contract/mailboxes'
import type { ChangeResults, Summary } from '@/lib/contract/messages'
import { useFolderName } from '../folder-tree/folder-name'
import { useProblemText } from '../live/problem-text'
import { dismissToast, showToast } from '../ui/toast-store'
import { assertAllChanged, ChangeRefused } from './change-result'
import { refreshShown, rememberShown, showGone, showSeen } from './optimistic'
import { resolveMessages } from './resolve-messages'
import type { Target } from './target'

type Failure = 'archive' | 'delete' | 'move' | 'flags' | 'undo'

/**
 * What can be done with conversations. Each shows its result at once, goes back when the server says no, and says
 * so with the server's reason; each that takes something away offers Undo.
 */
export function useThreadActions() {
  const client = useQueryClient()
  const t = useTranslations('mail')
  const common = useTranslations('common')
  const problemText = useProblemText()
  const folderName = useFolderName()

  return useMemo(() => {
    const fail = (what: Failure, error: unknown) => {
      const reason = error instanceof ChangeRefused ? error.reasons.join(' ') : problemText(error).text
      showToast({ tone: 'danger', text: t(`done.failed.${what}`), detail: reason })
    }

    async function change(
      what: Failure,
      messages: Summary[],
      show: () => void,
      send: (ids: string[]) => Promise<ChangeResults>,
    ): Promise<boolean> {
      if (messages.length === 0) return false
      const goBack = await rememberShown(client)
      show()
      try {
        assertAllChanged(await send(messages.map((message) => message.id)))
        refreshShown(client)
        return true
      } catch (error) {
        goBack()
        fail(what, error)
        return false
      }
    }

    async function undo(messages: Summary[], toastId: string): Promise<void> {
      dismissToast(toastId)
      try {
        for (const [folderId, group] of Map.groupBy(messages, (message) => message.folderId)) {
          assertAllChanged(
            await moveMessages(
              group.map((message) => message.id),
              folderId,
            ),
          )
        }
        showToast({ text: t('done.undone'), lastsMs: 3000 })
      } catch (error) {
        fail('undo', error)
      }
      refreshShown(client)
    }

    /** The toast is shown at once, with the change; its Undo waits for the change to have been taken. */
    async function takeAway(
      what: Failure,
      targets: Target[],
      text: string,
      send: (ids: string[]) => Promise<ChangeResults>,
      canUndo = true,
    ): Promise<void> {
      const messages = await resolveMessages(client, targets).catch((error: unknown) => {
        fail(what, error)
        return []
      })
      if (messages.length === 0) return
      let done: Promise<boolean> = Promise.resolve(false)
      const onAction = async () => {
        if (await done) await undo(messages, toastId)
      }
      done = change(what, messages, () => showGone(client, messages), send)
      const toastId = showToast({ text, action: canUndo ? { label: common('undo'), onAction } : undefined })
      if (!(await done)) dismissToast(toastId)
    }

    return {
      archive(targets: Target[], folders: Folder[]) {
        const archive = folders.find((folder) => folder.role === 'archive')
        if (!archive) {
          showToast({ text: t('done.noArchive') })
          return
        }
        void takeAway('archive', targets, t('done.archived', { count: targets.length }), (ids) =>
          moveMessages(ids, archive.id),
        )
      },
      /** To the trash. */
      remove(targets: Target[]) {
        void takeAway('delete', targets, t('done.deleted', { count: targets.length }), deleteMessages)
      },
      /** Out of the trash, for good: the caller has asked before. */
      removeForever(targets: Target[]) {
        const text = t('done.deletedForever', { count: targets.length })
        void takeAway('delete', targets, text, deleteMessages, false)
      },
      move(targets: Target[], folder: Folder) {
        const text = t('done.moved', { count: targets.length, folder: folderName(folder) })
        void takeAway('move', targets, text, (ids) => moveMessages(ids, folder.id))
      },
      async mark(targets: Target[], seen: boolean) {
        const messages = await resolveMessages(client, targets).catch(() => [])
        // one unread message makes a conversation unread; reading it takes all
        const meant = seen ? messages.filter((message) => !message.flags.seen) : messages.slice(-1)
        await change(
          'flags',
          meant,
          () => showSeen(client, meant, seen),
          (ids) => changeFlags({ ids, [seen ? 'add' : 'remove']: ['seen'] }),
        )
      },
    }
  }, [client, t, common, problemText, folderName])
}

export type ThreadActions = ReturnType<typeof useThreadActions>
