// Taking a message back from the outbox to write on it: cancel on the server, then open what was written.
import { cancelOutgoing, fetchComposed } from '@/lib/api-client/outbox'
import type { Outgoing } from '@/lib/contract/outbox'
import { addressKey } from '@/lib/mail/dedupe-addresses'
import { asFreshDraft } from './as-fresh-draft'
import { dispatch } from './composer-store'
import { ADDRESS_FIELDS, type Composition } from './composition'
import { compositionOfComposed } from './open-draft'
import { removeSent } from './sent-store'

/**
 * Cancels what can still be cancelled and opens it whole. What was sent already opens for those the server refused.
 * The words are fetched first: if they cannot be had, nothing is cancelled. Throws ApiProblem (409: too late) or
 * ApiUnreachable.
 */
export async function editOutgoing(item: Outgoing): Promise<void> {
  const written = await compositionOfComposed(await fetchComposed(item.id), new Date().toISOString())
  const isSent = item.state === 'accepted' || item.state === 'filed'
  if (!isSent && item.state !== 'cancelled') await cancelOutgoing(item.id)
  removeSent(item.id)
  dispatch({ type: 'open', composition: asFreshDraft(isSent ? forRefused(written, item) : written) })
}

function forRefused(composition: Composition, item: Outgoing): Composition {
  const missed = item.recipients.filter(({ state }) => state === 'rejected' || state === 'given-up')
  const keys = new Set(missed.map(({ address }) => addressKey(address)))
  const only = ADDRESS_FIELDS.map((field) => [
    field,
    composition[field].filter((chip) => keys.has(addressKey(chip.address))),
  ])
  return { ...composition, ...Object.fromEntries(only) }
}
