import { decryptSecret, encryptSecret, type SecretRecord } from '../../platform/encryption'

type Owner = { id: string; ownerId: string }

const placeOf = ({ id, ownerId }: Owner) => ({
  table: 'Mailbox',
  column: 'secret',
  rowId: id,
  owner: ownerId,
})

export const sealPassword = (owner: Owner, password: string): SecretRecord =>
  encryptSecret(password, placeOf(owner))

/** Throws an Error that says why it cannot be read, for example after a change of APP_SECRET. */
export const openPassword = (row: Owner & { secret: unknown }): string =>
  decryptSecret(row.secret, placeOf(row))
