import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { catalogues } from './catalogues'
import { chooseLocale, LOCALE_COOKIE } from './locale'

export default getRequestConfig(async () => {
  const cookie = (await cookies()).get(LOCALE_COOKIE)?.value
  const locale = chooseLocale(cookie, (await headers()).get('accept-language'))
  // dates are written in the browser, in its own time zone; the server never prints one
  return { locale, messages: catalogues[locale], timeZone: 'UTC' }
})
