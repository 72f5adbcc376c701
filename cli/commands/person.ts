import { findUser } from '../../lib/domain/users/find-user'
import { badField } from '../../lib/platform/errors'

/** The person an option names by mail address. */
export async function personOf(option: string, email: string): Promise<{ id: string; email: string }> {
  const person = await findUser(email)
  if (!person) throw badField(option, `nobody here has the address ${JSON.stringify(email)}`)
  return person
}
