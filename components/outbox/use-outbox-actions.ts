'use client'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { cancelOutgoing, markOutgoingSent, retryOutgoing } from '@/lib/api-client/outbox'
import { ApiProblem } from '@/lib/api-client/problem'
import type { Outgoing } from '@/lib/contract/outbox'
import { editOutgoing } from '../composer/edit-outgoing'
import { keys } from '../live/query-keys'
import { showToast } from '../ui/toast-store'
import type { OutboxAction } from './allowed-actions'

/** Carries out one action at a time and says how it went; the server has the last word. */
export function useOutboxActions(item: Outgoing) {
  const t = useTranslations('outbox')
  const client = useQueryClient()
  const [busy, setBusy] = useState<OutboxAction | null>(null)

  const refresh = () => client.invalidateQueries({ queryKey: keys.outbox })
  const act = async (action: OutboxAction) => {
    setBusy(action)
    try {
      const done = await carryOut(action, item)
      if (done) showToast({ text: t(`done.${done}`), tone: 'success' })
    } catch (error) {
      const reason = error instanceof ApiProblem ? error.message : null
      showToast({
        text: reason === null ? t('actionOffline') : t('actionFailed', { reason }),
        tone: 'danger',
      })
    }
    await refresh()
    setBusy(null)
  }
  return { act, busy }
}

type Done = 'try-now' | 'cancel' | 'put-away' | 'send-again' | 'mark-sent'

/** Answers what to say; null when the composer that opens says enough. */
async function carryOut(action: OutboxAction, item: Outgoing): Promise<Done | null> {
  switch (action) {
    case 'undo':
    case 'edit':
    case 'edit-rest':
      await editOutgoing(item)
      return null
    case 'cancel':
    case 'put-away':
      await cancelOutgoing(item.id)
      return action
    case 'mark-sent':
      await markOutgoingSent(item.id)
      return action
    case 'try-now':
    case 'send-again':
      await retryOutgoing(item.id)
      return action
  }
}
