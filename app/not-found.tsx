import { MailQuestionMark } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

export default async function NotFound() {
  const t = await getTranslations('common')
  return (
    <main className="h-dvh">
      <h1 className="sr-only">{t('error.notFoundTitle')}</h1>
      <EmptyState icon={MailQuestionMark} action={<LinkButton href="/mail">{t('backToMail')}</LinkButton>}>
        {t('error.notFoundTitle')}. {t('error.notFound')}
      </EmptyState>
    </main>
  )
}
