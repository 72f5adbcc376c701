'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { fetchApiKeys, revokeApiKey } from '@/lib/api-client/api-keys'
import type { ApiKeyInfo } from '@/lib/contract/account'
import { useFormats } from '../i18n/formats'
import { useProblemText } from '../live/problem-text'
import { keys } from '../live/query-keys'
import { AlertDialog } from '../ui/alert-dialog'
import { Button } from '../ui/button'
import { showToast } from '../ui/toast-store'
import { CreateApiKey } from './create-api-key'
import { Section } from './section'

export function ApiKeysSection() {
  const t = useTranslations('settings.apiKeys')
  const settings = useTranslations('settings')
  const client = useQueryClient()
  const problem = useProblemText()
  const { data: apiKeys } = useQuery({
    queryKey: keys.apiKeys,
    queryFn: ({ signal }) => fetchApiKeys(signal),
    staleTime: 0,
  })
  const revoke = useMutation({
    mutationFn: revokeApiKey,
    onSuccess: () => showToast({ text: t('revoked'), tone: 'success' }),
    onError: (error) =>
      showToast({ text: settings('notSaved', { reason: problem(error).text }), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.apiKeys }),
  })
  return (
    <Section title={t('title')} hint={t('hint')}>
      {apiKeys?.length === 0 ? <p className="mb-4 text-ink-faint">{t('none')}</p> : null}
      <ul className="mb-5 empty:hidden">
        {apiKeys?.map((apiKey) => (
          <KeyRow key={apiKey.id} apiKey={apiKey} onRevoke={() => revoke.mutate(apiKey.id)} />
        ))}
      </ul>
      <CreateApiKey />
    </Section>
  )
}

function KeyRow({ apiKey, onRevoke }: { apiKey: ApiKeyInfo; onRevoke: () => void }) {
  const t = useTranslations('settings.apiKeys')
  const { date } = useFormats()
  const [isAsking, setAsking] = useState(false)
  const { name, prefix, createdAt, lastUsedAt } = apiKey
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-hairline border-b py-3 first:pt-0">
      <div className="min-w-48 flex-1">
        <p className="break-words text-base text-ink">{name}</p>
        <p className="text-ink-faint text-xs">
          <code className="font-mono">{prefix}…</code> · {t('created', { at: date(createdAt) })} ·{' '}
          {lastUsedAt ? t('used', { at: date(lastUsedAt) }) : t('neverUsed')}
        </p>
      </div>
      <Button size="sm" aria-label={t('revokeNamed', { name })} onClick={() => setAsking(true)}>
        {t('revoke')}
      </Button>
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('revokeAsk.title')}
        description={t('revokeAsk.body', { name })}
        cancelLabel={t('revokeAsk.no')}
        confirmLabel={t('revokeAsk.yes')}
        tone="danger"
        onConfirm={onRevoke}
      />
    </li>
  )
}
