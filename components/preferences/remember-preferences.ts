import { LOCALE_COOKIE } from '../i18n/locale'
import { PREFERENCE_COOKIES, type Preferences } from './preferences'

const YEAR_S = 365 * 24 * 3600

function setCookie(name: string, value: string | null): void {
  const secure = location.protocol === 'https:' ? '; Secure' : ''
  const life = value === null ? 'Max-Age=0' : `Max-Age=${YEAR_S}`
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and on plain http
  document.cookie = `${name}=${encodeURIComponent(value ?? '')}; Path=/; SameSite=Lax; ${life}${secure}`
}

/** Applies the theme to the page that is open and remembers it for the next load. */
export function rememberTheme(theme: Preferences['theme']): void {
  document.documentElement.dataset.theme = theme
  setCookie(PREFERENCE_COOKIES.theme, theme)
}

export const rememberDensity = (density: Preferences['density']) =>
  setCookie(PREFERENCE_COOKIES.density, density)

/** null follows the browser. The page changes its language with router.refresh(). */
export const rememberLocale = (locale: string | null) => setCookie(LOCALE_COOKIE, locale)

export const rememberSidebar = (sidebar: Preferences['sidebar']) =>
  setCookie(PREFERENCE_COOKIES.sidebar, sidebar)

export const rememberListWidth = (width: number) => setCookie(PREFERENCE_COOKIES.listWidth, String(width))
