import { normaliseAddress } from './normalise-address'
import { findUserByEmail } from './user.store'

/** The person of this address, in any spelling; null when there is none. */
export async function findUser(email: string): Promise<{ id: string; email: string } | null> {
  const address = normaliseAddress(email)
  const row = address && (await findUserByEmail(address))
  return row ? { id: row.id, email: row.email } : null
}
