import { badField } from '../../platform/errors'
import { hashPassword } from './local-password'
import { normaliseAddress } from './normalise-address'
import { insertUser, isTaken } from './user.store'

export type CreateUser = { email: string; name?: string; isAdmin?: boolean; password?: string }

/** Makes a person and answers the id. Throws AppError bad-input for a bad or taken address. */
export async function createUser(user: CreateUser): Promise<string> {
  const email = normaliseAddress(user.email)
  if (!email) throw badField('email', 'is not a mail address')
  const passwordHash = user.password === undefined ? undefined : await hashPassword(user.password)
  const { name = '', isAdmin = false } = user
  const row = await insertUser({ email, name, isAdmin, passwordHash }).catch((error: unknown) => {
    throw isTaken(error) ? badField('email', 'is taken') : error
  })
  return row.id
}
