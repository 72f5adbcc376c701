'use client'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import type { Account } from '@/lib/contract/account'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import { Section } from './section'
import { useChangeAccount } from './use-change-account'

export function AccountSection({ account }: { account: Account }) {
  const t = useTranslations('settings')
  const [name, setName] = useState(account.name)
  const change = useChangeAccount()
  const isChanged = name.trim() !== account.name
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isChanged) change.mutate({ name: name.trim() })
  }
  return (
    <Section title={t('account.title')}>
      <dl className="mb-5">
        <dt className="font-medium text-sm">{t('account.email')}</dt>
        <dd className="mt-1 select-text break-all text-base text-ink-soft">{account.email}</dd>
      </dl>
      <form onSubmit={submit} className="flex max-w-[420px] items-start gap-2">
        <div className="min-w-0 flex-1">
          <TextField
            label={t('account.name')}
            hint={t('account.nameHint')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            autoComplete="name"
            maxLength={200}
          />
        </div>
        <Button type="submit" disabled={!isChanged || change.isPending} className="mt-[26px] h-9">
          {t('account.save')}
        </Button>
      </form>
    </Section>
  )
}
