import { parseAddress } from '../../mail/parse-mailbox'

/**
 * The one spelling under which a person is known: NFKC, lower case. Normalised first and validated afterwards,
 * because a full-width "＠" becomes an "@" only then. Null when it is not a mail address.
 */
export function normaliseAddress(text: string): string | null {
  try {
    return parseAddress(text.normalize('NFKC').trim().toLowerCase())
  } catch {
    return null
  }
}
