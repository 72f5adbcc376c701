'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Address } from '@/lib/contract/common'
import { displayName } from '@/lib/mail/format-mailbox'
import { useFormats } from '../i18n/formats'
import { useMailboxes } from '../live/use-mailboxes'

const MOST_NAMED = 3

/** "me, Bob and 2 others" */
export function usePeopleText(): (people: Address[]) => string {
  const t = useTranslations('mail')
  const formats = useFormats()
  const { data: mailboxes } = useMailboxes()
  return useMemo(() => {
    const own = new Set(mailboxes?.map((mailbox) => mailbox.address.toLowerCase()))
    return (people) => {
      const names = people.map((person) =>
        own.has(person.address.toLowerCase()) ? t('list.me') : displayName(person),
      )
      if (names.length <= MOST_NAMED) return formats.list(names)
      const shown = formats.list(names.slice(0, MOST_NAMED - 1))
      return t('view.andOthers', { names: shown, count: names.length - MOST_NAMED + 1 })
    }
  }, [t, formats, mailboxes])
}
