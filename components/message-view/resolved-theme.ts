'use client'
import { useSyncExternalStore } from 'react'

const dark = '(prefers-color-scheme: dark)'

function subscribe(listener: () => void): () => void {
  const media = window.matchMedia(dark)
  const observer = new MutationObserver(listener)
  media.addEventListener('change', listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    media.removeEventListener('change', listener)
    observer.disconnect()
  }
}

/** For code that is not a component. */
export function readTheme(): 'light' | 'dark' {
  const { theme } = document.documentElement.dataset
  if (theme === 'light' || theme === 'dark') return theme
  return window.matchMedia(dark).matches ? 'dark' : 'light'
}

/** The theme as it is on screen now, for documents that do not inherit our colours. */
export const useResolvedTheme = (): 'light' | 'dark' =>
  useSyncExternalStore(subscribe, readTheme, () => 'light')
