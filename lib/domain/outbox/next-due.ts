import { nextDueIn } from './claim.store'
import { nextFilingIn } from './filing.store'

/** Milliseconds until a message may be sent or looked at; null when there is none, negative when overdue. */
export const nextOutgoingIn = () => nextDueIn()

/** The same for copies in Sent. */
export const nextFiling = () => nextFilingIn()
