'use client'
import { usePathname, useSearchParams } from 'next/navigation'
import { useEffect, useMemo } from 'react'
import { type MailLocation, readMailLocation } from './mail-location'
import { setPendingPath, usePendingPath } from './pending-place'

/** Where in the mail the address bar points; null on other screens. */
export function useMailLocation(): MailLocation | null {
  const pathname = usePathname()
  const search = useSearchParams().toString()
  const known = search ? `${pathname}?${search}` : pathname
  const path = usePendingPath() ?? known

  // the router has arrived somewhere: from here on its word counts
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new address is the reason
  useEffect(() => setPendingPath(null), [known])
  return useMemo(() => {
    const [pathOnly = '', query = ''] = path.split('?', 2)
    return readMailLocation(pathOnly, new URLSearchParams(query))
  }, [path])
}
