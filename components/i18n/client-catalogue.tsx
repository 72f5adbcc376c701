import { NextIntlClientProvider } from 'next-intl'
import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { type Area, catalogues } from './catalogues'

/** Sends the named areas of the person's language to the browser, and no others. */
export async function ClientCatalogue({ areas, children }: { areas: Area[]; children: ReactNode }) {
  const locale = await getLocale()
  const messages = Object.fromEntries(areas.map((area) => [area, catalogues[locale][area]]))
  return (
    <NextIntlClientProvider locale={locale} messages={messages} timeZone="UTC">
      {children}
    </NextIntlClientProvider>
  )
}
