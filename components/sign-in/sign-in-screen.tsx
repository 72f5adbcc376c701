import { getTranslations } from 'next-intl/server'
import { ClientCatalogue } from '../i18n/client-catalogue'
import { PostHorn } from './post-horn'
import { SignInForm } from './sign-in-form'
import { SignInPanel } from './sign-in-panel'

type Props = { isDemo: boolean; next: string }

/** The form at the right, the horn at the left; on a phone the form alone. */
export async function SignInScreen({ isDemo, next }: Props) {
  const t = await getTranslations('signIn')
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <SignInPanel />
      <main className="flex items-center justify-center px-6 py-12 max-sm:items-start max-sm:pt-[12vh]">
        <div className="w-full max-w-[352px]">
          <div className="mb-8 flex items-center gap-3 lg:hidden">
            <PostHorn className="w-11 text-ink" />
            <span className="font-semibold text-lg">Posthorn</span>
          </div>
          <h1 className="font-semibold text-xl">{t('title')}</h1>
          <p className="mt-1 mb-6 text-ink-soft text-sm">{t('lead')}</p>
          <ClientCatalogue areas={['common', 'signIn']}>
            <SignInForm isDemo={isDemo} next={next} />
          </ClientCatalogue>
        </div>
      </main>
    </div>
  )
}
