'use client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { createApiKey } from '@/lib/api-client/api-keys'
import { useProblemText } from '../live/problem-text'
import { keys } from '../live/query-keys'
import { Button } from '../ui/button'
import { TextField } from '../ui/text-field'
import { showToast } from '../ui/toast-store'

/** Names a new key, then shows it this once. */
export function CreateApiKey() {
  const t = useTranslations('settings.apiKeys')
  const client = useQueryClient()
  const problem = useProblemText()
  const [name, setName] = useState('')
  const [isMissing, setMissing] = useState(false)
  const create = useMutation({
    mutationFn: createApiKey,
    onSuccess: () => {
      setName('')
      void client.invalidateQueries({ queryKey: keys.apiKeys })
    },
    // kept nowhere but on the screen
    gcTime: 0,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(name.trim() === '')
    if (name.trim() !== '') create.mutate(name.trim())
  }
  if (create.data) return <NewKey apiKey={create.data.key} onDone={create.reset} />
  return (
    <form onSubmit={submit} noValidate className="flex max-w-[420px] items-start gap-2">
      <div className="min-w-0 flex-1">
        <TextField
          label={t('name')}
          placeholder={t('namePlaceholder')}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={100}
          autoComplete="off"
          error={isMissing ? t('nameMissing') : create.error ? problem(create.error).text : undefined}
        />
      </div>
      <Button type="submit" disabled={create.isPending} className="mt-[26px] h-9">
        {t('create')}
      </Button>
    </form>
  )
}

function NewKey({ apiKey, onDone }: { apiKey: string; onDone: () => void }) {
  const t = useTranslations('settings.apiKeys')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(apiKey)
      showToast({ text: t('copied'), tone: 'success' })
    } catch {
      showToast({ text: t('copyFailed'), tone: 'danger' })
    }
  }
  return (
    <div role="status" className="max-w-[560px]">
      <p className="mb-1.5 font-medium text-sm">{t('once')}</p>
      <div className="flex flex-wrap gap-2">
        <input
          readOnly
          aria-label={t('key')}
          value={apiKey}
          onFocus={(event) => event.target.select()}
          className="h-9 min-w-60 flex-1 rounded-md border border-outline bg-paper px-2.5 font-mono text-ink text-xs"
        />
        <Button tone="primary" onClick={() => void copy()} className="h-9">
          <Copy size={16} strokeWidth={1.75} aria-hidden />
          {t('copy')}
        </Button>
        <Button onClick={onDone} className="h-9">
          {t('done')}
        </Button>
      </div>
    </div>
  )
}
