// Why nobody was signed in, as keys of the catalogue.
import type { ConnectStep } from '@/lib/contract/mailboxes'

type TlsCode = 'name-mismatch' | 'untrusted' | 'expired' | 'starttls-missing' | 'starttls-refused'
type Plain = 'credentials' | 'too-many' | 'origin' | 'offline' | 'unexpected'

/** First what happened, then for a mail server that could not be used the failing step and what to do. */
export type FailureWords =
  | { what: `error.${Plain}`; step: null }
  | { what: 'error.server'; step: `step.${ConnectStep}` | `tls.${TlsCode}` | 'tooManyConnections' }

const PLAIN: Plain[] = ['credentials', 'too-many', 'origin', 'offline', 'unexpected']
const STEPS: ConnectStep[] = ['name-look-up', 'connect', 'tls', 'greeting', 'sign-in', 'command']
const TLS_CODES: TlsCode[] = ['name-mismatch', 'untrusted', 'expired', 'starttls-missing', 'starttls-refused']

/** Reads the server's word (`credentials`, `server:<step>:<code>`, …). Unknown words are `unexpected`. */
export function failureWords(failure: string): FailureWords {
  const plain = PLAIN.find((word) => word === failure)
  if (plain) return { what: `error.${plain}`, step: null }
  const [kind, stepName, code] = failure.split(':')
  const step = STEPS.find((name) => name === stepName)
  if (kind !== 'server' || !step) return { what: 'error.unexpected', step: null }
  const tls = TLS_CODES.find((name) => name === code)
  if (step === 'tls' && tls) return { what: 'error.server', step: `tls.${tls}` }
  if (code === 'too-many-connections') return { what: 'error.server', step: 'tooManyConnections' }
  return { what: 'error.server', step: `step.${step}` }
}
