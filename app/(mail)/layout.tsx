import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ReactNode } from 'react'
import { AppShell } from '@/components/app-shell/app-shell'
import { ClientCatalogue } from '@/components/i18n/client-catalogue'
import { AppProviders } from '@/components/live/app-providers'
import { readPreferences } from '@/components/preferences/preferences'
import { PreferencesProvider } from '@/components/preferences/preferences-context'
import { currentUser } from '@/lib/http/current-user'

/** Sends strangers to the sign-in page as a courtesy; what a person may see is decided by the verbs behind the API. */
export default async function MailLayout({ children }: { children: ReactNode }) {
  if (!(await currentUser())) redirect('/sign-in')
  const jar = await cookies()
  const preferences = readPreferences((name) => jar.get(name)?.value)
  return (
    <ClientCatalogue areas={['common', 'mail', 'composer', 'outbox']}>
      <AppProviders>
        <PreferencesProvider initial={preferences}>
          <AppShell>{children}</AppShell>
        </PreferencesProvider>
      </AppProviders>
    </ClientCatalogue>
  )
}
