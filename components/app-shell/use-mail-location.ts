'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo } from 'react'
import { type MailLocation, readMailLocation } from './mail-location'

/** Where in the mail the address bar points; null on other screens. */
export function useMailLocation(): MailLocation | null {
  const pathname = usePathname()
  const search = useSearchParams()
  return useMemo(() => readMailLocation(pathname, search), [pathname, search])
}
