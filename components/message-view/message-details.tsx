'use client'
import { useTranslations } from 'next-intl'
import type { Address } from '@/lib/contract/common'
import type { MessageDetail } from '@/lib/contract/messages'
import { displayName } from '@/lib/mail/format-mailbox'
import { useFormats } from '../i18n/formats'

/** Every address written out, on demand: the name alone can be chosen by anybody. */
export function MessageDetails({ message }: { message: MessageDetail }) {
  const t = useTranslations('mail')
  const formats = useFormats()
  const people = [
    { label: t('view.from'), list: message.from },
    { label: t('view.replyTo'), list: message.replyTo },
    { label: t('view.to'), list: message.to },
    { label: t('view.cc'), list: message.cc },
    { label: t('view.bcc'), list: message.bcc },
  ].filter(({ list }) => list.length > 0)
  return (
    <dl className="mt-2 grid select-text grid-cols-[auto_1fr] gap-x-3 gap-y-1 text-xs">
      {people.map(({ label, list }) => (
        <div key={label} className="contents">
          <dt className="text-ink-faint">{label}</dt>
          <dd className="min-w-0 break-words text-ink-soft">
            {list.map((person, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: one address may stand twice in a header
              <span key={at} className="block">
                <Person person={person} />
              </span>
            ))}
          </dd>
        </div>
      ))}
      <dt className="text-ink-faint">{t('view.date')}</dt>
      <dd className="text-ink-soft">{formats.dateTime(message.date ?? message.receivedAt)}</dd>
    </dl>
  )
}

function Person({ person }: { person: Address }) {
  const name = displayName(person)
  if (name === person.address) return person.address
  return (
    <>
      {name} <span className="text-ink-faint">{`<${person.address}>`}</span>
    </>
  )
}
