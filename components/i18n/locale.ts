export const locales = ['en', 'ko'] as const
export type Locale = (typeof locales)[number]

/** Written by the browser when the account's language is known; without it the browser's own wish counts. */
export const LOCALE_COOKIE = 'posthorn-locale'

const isLocale = (text: string | undefined): text is Locale => locales.some((locale) => locale === text)

/** The account's language (by cookie), else the first of Accept-Language that we speak, else English. */
export function chooseLocale(cookie: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(cookie)) return cookie
  const wishes = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish, order) => {
      const [tag = '', ...parameters] = wish.trim().split(';')
      const q = Number(
        parameters
          .map((text) => text.trim())
          .find((text) => text.startsWith('q='))
          ?.slice(2) ?? 1,
      )
      return { language: tag.toLowerCase().split('-')[0], q: Number.isNaN(q) ? 0 : q, order }
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q || a.order - b.order)
  for (const { language } of wishes) if (isLocale(language)) return language
  return 'en'
}
