/** How the screen looks before the account has been asked: read from cookies by the server, so nothing flashes. */
export type Preferences = {
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  /** icons only, whole, or by the width of the window */
  sidebar: 'auto' | 'folded' | 'open'
  /** pixels, 320 to 560 */
  listWidth: number
}

export const PREFERENCE_COOKIES = {
  theme: 'posthorn-theme',
  density: 'posthorn-density',
  sidebar: 'posthorn-sidebar',
  listWidth: 'posthorn-list-width',
} as const

export const LIST_WIDTH = { min: 320, max: 560, usual: 380 }

export function clampListWidth(width: number): number {
  if (!Number.isFinite(width)) return LIST_WIDTH.usual
  return Math.round(Math.min(LIST_WIDTH.max, Math.max(LIST_WIDTH.min, width)))
}

/** Any cookie text gives usable preferences. */
export function readPreferences(cookie: (name: string) => string | undefined): Preferences {
  const theme = cookie(PREFERENCE_COOKIES.theme)
  const sidebar = cookie(PREFERENCE_COOKIES.sidebar)
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    density: cookie(PREFERENCE_COOKIES.density) === 'compact' ? 'compact' : 'comfortable',
    sidebar: sidebar === 'folded' || sidebar === 'open' ? sidebar : 'auto',
    listWidth: clampListWidth(Number(cookie(PREFERENCE_COOKIES.listWidth) ?? Number.NaN)),
  }
}
