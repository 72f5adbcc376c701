import type { ReactNode } from 'react'
import { ClientCatalogue } from '@/components/i18n/client-catalogue'
import MailLayout from '../(mail)/layout'

/** The same frame as the mail's, with the words of the settings. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <MailLayout>
      <ClientCatalogue areas={['common', 'settings']}>{children}</ClientCatalogue>
    </MailLayout>
  )
}
