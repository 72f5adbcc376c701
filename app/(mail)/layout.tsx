import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/app-shell/app-shell'
import { ClientCatalogue } from '@/components/i18n/client-catalogue'
import { AppProviders } from '@/components/live/app-providers'
import { readPreferences } from '@/components/preferences/preferences'
import { PreferencesProvider } from '@/components/preferences/preferences-context'
import { mailOf, signedIn } from './signed-in'

/** Sends strangers to the sign-in page as a courtesy; what a person may see is decided by the verbs. */
export default async function MailLayout({ children }: { children: ReactNode }) {
  const user = await signedIn()
  if (!user) redirect('/sign-in')
  const jar = await cookies()
  const preferences = readPreferences((name) => jar.get(name)?.value)
  const { sessionId: _, ...account } = user
  return (
    <ClientCatalogue areas={['common', 'mail', 'composer', 'outbox']}>
      <AppProviders seed={{ account, ...(await mailOf(user.id)) }}>
        <PreferencesProvider initial={preferences}>
          <AppShell>{children}</AppShell>
        </PreferencesProvider>
      </AppProviders>
    </ClientCatalogue>
  )
}
