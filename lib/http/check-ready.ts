import { findMissing } from '../db/check-ready'

/** Why the product cannot serve just now, in words for whoever runs it; empty when it can. */
export async function checkReady(): Promise<string[]> {
  try {
    const missing = await findMissing()
    return missing.length === 0 ? [] : [`migrations not applied: ${missing.join(', ')}`]
  } catch {
    return ['the database does not answer']
  }
}
