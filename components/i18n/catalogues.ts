import type { Locale } from './locale'
import commonEn from './messages/en/common.json'
import composerEn from './messages/en/composer.json'
import mailEn from './messages/en/mail.json'
import outboxEn from './messages/en/outbox.json'
import settingsEn from './messages/en/settings.json'
import signInEn from './messages/en/sign-in.json'
import commonKo from './messages/ko/common.json'
import composerKo from './messages/ko/composer.json'
import mailKo from './messages/ko/mail.json'
import outboxKo from './messages/ko/outbox.json'
import settingsKo from './messages/ko/settings.json'
import signInKo from './messages/ko/sign-in.json'

// One file an area and language. The area is the namespace: useTranslations('mail').
const en = {
  common: commonEn,
  mail: mailEn,
  composer: composerEn,
  outbox: outboxEn,
  settings: settingsEn,
  signIn: signInEn,
}

export type Messages = typeof en
export type Area = keyof Messages

const ko: Messages = {
  common: commonKo,
  mail: mailKo,
  composer: composerKo,
  outbox: outboxKo,
  settings: settingsKo,
  signIn: signInKo,
}

export const catalogues: Record<Locale, Messages> = { en, ko }
