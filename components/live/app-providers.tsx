'use client'
import { QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { createQueryClient } from './query-client'
import { plant, type Seed } from './seed'
import { leaveForSignIn } from './sign-out'
import { useAccountPreferences } from './use-account'
import { useLiveEvents } from './use-live-events'

/** What every signed-in screen stands on: the browser's cache, and the live events that keep it true. */
export function AppProviders({ seed, children }: { seed?: Seed; children: ReactNode }) {
  const [client] = useState(() => {
    const fresh = createQueryClient(leaveForSignIn)
    if (seed) plant(fresh, seed)
    return fresh
  })
  return (
    <QueryClientProvider client={client}>
      <Live />
      {children}
    </QueryClientProvider>
  )
}

function Live() {
  useLiveEvents()
  useAccountPreferences()
  return null
}
