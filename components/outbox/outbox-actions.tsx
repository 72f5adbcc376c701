'use client'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Outgoing } from '@/lib/contract/outbox'
import { AlertDialog } from '../ui/alert-dialog'
import { Button } from '../ui/button'
import { allowedActions, type OutboxAction } from './allowed-actions'
import { useOutboxActions } from './use-outbox-actions'

/** What one may do now, the likeliest first. Sending again what may have arrived is asked about. */
export function OutboxActions({ item, now }: { item: Outgoing; now: number }) {
  const t = useTranslations('outbox')
  const { act, busy } = useOutboxActions(item)
  const [isAsking, setAsking] = useState(false)
  const actions = allowedActions(item, now)
  if (actions.length === 0) return null
  const press = (action: OutboxAction) => {
    if (action === 'send-again' && item.state === 'unknown') setAsking(true)
    else void act(action)
  }
  return (
    <div className="flex flex-wrap gap-2">
      {actions.map((action, at) => (
        <Button
          key={action}
          tone={at === 0 ? 'primary' : 'secondary'}
          disabled={busy !== null}
          onClick={() => press(action)}
        >
          {t(`action.${action}`)}
        </Button>
      ))}
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('confirmSendAgain.title')}
        description={t('confirmSendAgain.body')}
        cancelLabel={t('confirmSendAgain.no')}
        confirmLabel={t('confirmSendAgain.yes')}
        onConfirm={() => void act('send-again')}
      />
    </div>
  )
}
