'use client'
import { useState } from 'react'
import { signIn } from '@/lib/api-client/sign-in'

export type SignInState =
  | { kind: 'idle' }
  | { kind: 'busy'; isSlow: boolean }
  | { kind: 'failed'; failure: string }

const SLOW_MS = 5_000

/** Asks once; a whole page load follows, so that nothing of another person stays in memory. */
export function useSignIn(next: string) {
  const [state, setState] = useState<SignInState>({ kind: 'idle' })
  const submit = async (email: string, password: string) => {
    setState({ kind: 'busy', isSlow: false })
    const slow = setTimeout(() => setState({ kind: 'busy', isSlow: true }), SLOW_MS)
    const answer = await signIn(email, password)
    clearTimeout(slow)
    if (answer.ok) location.assign(next)
    else setState({ kind: 'failed', failure: answer.failure })
  }
  return { state, submit }
}
