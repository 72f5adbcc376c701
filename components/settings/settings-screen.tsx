'use client'
import { useTranslations } from 'next-intl'
import { useProblemText } from '../live/problem-text'
import { useAccount } from '../live/use-account'
import { ErrorState } from '../ui/error-state'
import { AccountSection } from './account-section'
import { ApiKeysSection } from './api-keys-section'
import { AppearanceSection } from './appearance-section'
import { MailboxesSection } from './mailboxes-section'
import { SessionsSection } from './sessions-section'
import { SignOutSection } from './sign-out-section'

/** The own account, how it looks, and who is signed in to it. */
export function SettingsScreen() {
  const t = useTranslations('settings')
  const problem = useProblemText()
  const { data: account, error, refetch } = useAccount()
  if (!account && error) {
    return (
      <ErrorState title={t('loadFailed')} retry={{ label: t('tryAgain'), onRetry: () => void refetch() }}>
        {problem(error).text}
      </ErrorState>
    )
  }
  return (
    <div className="h-full overflow-y-auto bg-surface">
      <div className="mx-auto max-w-[880px] px-8 pt-6 pb-16 max-md:px-4">
        <h1 className="pb-2 font-semibold text-xl">{t('title')}</h1>
        {account ? (
          <>
            <AccountSection account={account} />
            <AppearanceSection account={account} />
            <MailboxesSection />
            <SessionsSection />
            <ApiKeysSection />
            <SignOutSection />
          </>
        ) : null}
      </div>
    </div>
  )
}
