import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { ClientCatalogue } from '@/components/i18n/client-catalogue'
import { readPreferences } from '@/components/preferences/preferences'
import { Toaster } from '@/components/ui/toaster'
import { TooltipLayer } from '@/components/ui/tooltip-layer'
import './globals.css'

export const metadata: Metadata = {
  title: { default: 'Posthorn', template: '%s · Posthorn' },
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false, address: false, email: false },
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, viewportFit: 'cover' }

export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies()
  const { theme } = readPreferences((name) => jar.get(name)?.value)
  const t = await getTranslations('common')
  return (
    <html lang={await getLocale()} data-theme={theme}>
      <body className="bg-paper text-ink">
        <ClientCatalogue areas={['common']}>
          {children}
          <TooltipLayer />
          <Toaster closeLabel={t('close')} />
        </ClientCatalogue>
      </body>
    </html>
  )
}
