import type { Messages } from './catalogues'
import type { Locale } from './locale'

// Every useTranslations() key is checked against the English catalogue by the type checker.
declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale
    Messages: Messages
  }
}
