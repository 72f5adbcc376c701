'use client'
import { useTranslations } from 'next-intl'
import { ErrorState } from '@/components/ui/error-state'

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const t = useTranslations('common')
  return (
    <main className="h-dvh">
      <ErrorState
        title={t('error.title')}
        retry={{ label: t('tryAgain'), onRetry: reset }}
        details={error.digest ? { label: t('details'), text: error.digest } : undefined}
      >
        {t('error.unexpected')}
      </ErrorState>
    </main>
  )
}
