'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { fetchRefusedChanges } from '@/lib/api-client/messages'
import { showToast } from '../ui/toast-store'

/** The mail server refused what we had shown as done: say so in its words, and show what is true again. */
export function useRefusedChanges(): (changeIds: string[]) => Promise<void> {
  const t = useTranslations('common')
  return useCallback(
    async (changeIds) => {
      const refused = (await fetchRefusedChanges()).filter((change) => changeIds.includes(change.id))
      const byReason = Map.groupBy(refused, (change) => `${change.kind} ${change.reason}`)
      for (const [, [first, ...others]] of byReason) {
        if (!first) continue
        const text = t(`refused.${first.kind}`, { count: others.length + 1 })
        showToast({ id: first.id, tone: 'danger', text, detail: first.reason, lastsMs: null })
      }
    },
    [t],
  )
}
