'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { ApiProblem, ApiUnreachable } from '@/lib/api-client/problem'

export type ProblemText = { text: string; details?: string }

/** Any failure in words for the person: the server's own reason where it gave one. */
export function useProblemText(): (error: unknown) => ProblemText {
  const t = useTranslations('common')
  return useCallback(
    (error) => {
      if (error instanceof ApiUnreachable) return { text: t('error.unreachable') }
      if (!(error instanceof ApiProblem)) return { text: t('error.unexpected') }
      const { detail, title, requestId } = error.problem
      const details = requestId ? t('error.requestId', { id: requestId }) : undefined
      if (error.status === 401) return { text: t('error.signedOut'), details }
      if (error.status === 429) return { text: t('error.tooMany'), details }
      return { text: detail || title, details }
    },
    [t],
  )
}
