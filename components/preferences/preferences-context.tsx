'use client'
import { createContext, type ReactNode, use, useMemo, useState } from 'react'
import type { Preferences } from './preferences'

type Held = { preferences: Preferences; setPreferences: (change: Partial<Preferences>) => void }

const Context = createContext<Held | null>(null)

/** Starts with what the server read from the cookies; whoever changes one also remembers it. */
export function PreferencesProvider({ initial, children }: { initial: Preferences; children: ReactNode }) {
  const [preferences, set] = useState(initial)
  const held = useMemo<Held>(
    () => ({ preferences, setPreferences: (change) => set((now) => ({ ...now, ...change })) }),
    [preferences],
  )
  return <Context value={held}>{children}</Context>
}

export function usePreferences(): Held {
  const held = use(Context)
  if (!held) throw new Error('usePreferences needs a PreferencesProvider above')
  return held
}
