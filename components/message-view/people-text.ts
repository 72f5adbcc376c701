'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Address } from '@/lib/contract/common'
import { displayName } from '@/lib/mail/format-mailbox'
import { useMailboxes } from '../live/use-mailboxes'

const MOST_NAMED = 3

/** "me, Bob and 2 others" */
export function usePeopleText(): (people: Address[]) => string {
  const t = useTranslations('mail')
  const { data: mailboxes } = useMailboxes()
  return useMemo(() => {
    const own = new Set(mailboxes?.map((mailbox) => mailbox.address.toLowerCase()))
    return (people) => {
      const names = people.map((person) =>
        own.has(person.address.toLowerCase()) ? t('list.me') : displayName(person),
      )
      if (names.length <= MOST_NAMED) return names.join(', ')
      const shown = names.slice(0, MOST_NAMED - 1).join(', ')
      return t('view.andOthers', { names: shown, count: names.length - MOST_NAMED + 1 })
    }
  }, [t, mailboxes])
}
