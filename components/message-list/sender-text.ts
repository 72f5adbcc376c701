'use client'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Address } from '@/lib/contract/common'
import { displayName } from '@/lib/mail/format-mailbox'
import { useMailboxes } from '../live/use-mailboxes'
import type { RowItem } from './row-item'

export type SenderText = (row: Pick<RowItem, 'people' | 'isOutgoing' | 'latest' | 'count'>) => string

/** Several people by their first names, as there is room for about two. */
function shortName(person: Address): string {
  const name = displayName(person)
  return name.includes('@') ? (name.split('@')[0] ?? name) : (name.split(/\s+/)[0] ?? name)
}

/** Who a row is about, in one line: people of the conversation, mine as "me"; for what I sent, who it went to. */
export function useSenderText(): SenderText {
  const t = useTranslations('mail')
  const { data: mailboxes } = useMailboxes()
  return useMemo(() => {
    const own = new Set(mailboxes?.map((mailbox) => mailbox.address.toLowerCase()))
    const isMe = (person: Address) => own.has(person.address.toLowerCase())
    return (row) => {
      const people = [...new Map(row.people.map((person) => [person.address.toLowerCase(), person])).values()]
      const nameOf = people.length > 1 ? shortName : displayName
      const names = people.map((person) => (isMe(person) ? t('list.me') : nameOf(person))).filter(Boolean)
      if (names.length === 0) return row.isOutgoing ? t('list.nobody') : t('list.noSender')
      const shown = names.length > 3 ? `${names[0]} … ${names.slice(-2).join(', ')}` : names.join(', ')
      return row.isOutgoing ? t('list.to', { names: shown }) : shown
    }
  }, [t, mailboxes])
}
