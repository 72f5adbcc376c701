'use client'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { endSession, fetchSessions } from '@/lib/api-client/sessions'
import type { SessionInfo } from '@/lib/contract/account'
import { useFormats } from '../i18n/formats'
import { useProblemText } from '../live/problem-text'
import { keys } from '../live/query-keys'
import { AlertDialog } from '../ui/alert-dialog'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { showToast } from '../ui/toast-store'
import { describeBrowser } from './describe-browser'
import { Section } from './section'

export function SessionsSection() {
  const t = useTranslations('settings.sessions')
  const settings = useTranslations('settings')
  const client = useQueryClient()
  const problem = useProblemText()
  const { data: sessions } = useQuery({
    queryKey: keys.sessions,
    queryFn: ({ signal }) => fetchSessions(signal),
    // another browser may have signed in since
    staleTime: 0,
  })
  const end = useMutation({
    mutationFn: endSession,
    onSuccess: () => showToast({ text: t('ended'), tone: 'success' }),
    onError: (error) =>
      showToast({ text: settings('notSaved', { reason: problem(error).text }), tone: 'danger' }),
    onSettled: () => client.invalidateQueries({ queryKey: keys.sessions }),
  })
  const sorted = sessions?.toSorted((a, b) => Number(b.current) - Number(a.current))
  return (
    <Section title={t('title')} hint={t('hint')}>
      <ul>
        {sorted?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end.mutate(session.id)} />
        ))}
      </ul>
    </Section>
  )
}

function SessionRow({ session, onEnd }: { session: SessionInfo; onEnd: () => void }) {
  const t = useTranslations('settings.sessions')
  const { dateTime, date } = useFormats()
  const [isAsking, setAsking] = useState(false)
  const name = useBrowserName(session.userAgent)
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-hairline border-b py-3 first:pt-0 last:border-b-0">
      <div className="min-w-48 flex-1">
        <p className="flex items-center gap-2 text-base text-ink">
          {name} {session.current ? <Badge tone="success">{t('this')}</Badge> : null}
        </p>
        <p className="text-ink-faint text-xs">
          <time dateTime={session.lastSeenAt} title={dateTime(session.lastSeenAt)}>
            {t('seen', { at: date(session.lastSeenAt) })}
          </time>
          {' · '}
          {t('since', { at: date(session.createdAt) })}
          {session.address ? ` · ${t('from', { address: session.address })}` : null}
        </p>
      </div>
      {session.current ? null : (
        <Button size="sm" aria-label={t('endNamed', { name })} onClick={() => setAsking(true)}>
          {t('end')}
        </Button>
      )}
      <AlertDialog
        open={isAsking}
        onOpenChange={setAsking}
        title={t('endAsk.title')}
        description={t('endAsk.body', { name })}
        cancelLabel={t('endAsk.no')}
        confirmLabel={t('endAsk.yes')}
        tone="danger"
        onConfirm={onEnd}
      />
    </li>
  )
}

function useBrowserName(userAgent: string): string {
  const t = useTranslations('settings.sessions')
  const { browser, system } = describeBrowser(userAgent)
  if (!browser && !system) return t('unknownBrowser')
  return t('browserOn', { browser: browser ?? t('unknownBrowser'), system: system ?? t('unknownSystem') })
}
