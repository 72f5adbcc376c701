'use client'
import { useRouter } from 'next/navigation'
import { useCallback } from 'react'
import { type MailLocation, mailPath, readMailLocation } from './mail-location'
import { setPendingPath } from './pending-place'

export type GoTo = (place: Partial<MailLocation>, how?: 'push' | 'replace') => void

/**
 * Moves within the mail without asking the server for a page: the screen is one page that reads the address bar.
 * From another screen it is an ordinary navigation.
 */
export function useGoTo(): GoTo {
  const router = useRouter()
  return useCallback(
    (place, how = 'push') => {
      const path = mailPath(place)
      if (path === location.pathname + location.search) return
      const isInMail = readMailLocation(location.pathname, new URLSearchParams()) !== null
      if (!isInMail) return router.push(path)
      if (how === 'push') window.history.pushState(null, '', path)
      else window.history.replaceState(null, '', path)
      setPendingPath(path)
    },
    [router],
  )
}
