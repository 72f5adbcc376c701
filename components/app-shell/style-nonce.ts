'use client'
import { useEffect } from 'react'

/**
 * Radix locks the page's scroll behind a dialog with a style element. Its library looks for the nonce in this global
 * name; without it the Content-Security-Policy refuses the element.
 */
export function useStyleNonce(): void {
  useEffect(() => {
    const nonce = document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce
    if (nonce) Object.assign(window, { __webpack_nonce__: nonce })
  }, [])
}
