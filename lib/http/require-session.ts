import { AppError } from '../platform/errors'
import type { Person } from './identify'

/** For what a stolen key must not do: make further keys. Throws AppError forbidden. */
export function requireSession(person: Person): void {
  if (person.sessionId !== null) return
  throw new AppError('forbidden', 'session-required', 'An API key cannot do this. Sign in with a browser.')
}
