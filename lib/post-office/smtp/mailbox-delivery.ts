// The last hop: a domain's queue hands mail to its mailboxes over LMTP (RFC 2033).
import { findPerson } from '../people'
import { type Accept, listenSmtp, refusal, type SmtpListener } from './listener'

/** Listens for the domain's own queue. */
export function listenForDelivery(domain: string, accept: Accept): Promise<SmtpListener> {
  return listenSmtp(
    {
      name: `mailboxes.${domain}`,
      lmtp: true,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (to, _session, done) => {
        done(findPerson(to.address)?.domain === domain ? null : refusal(550, '5.1.1 No such mailbox'))
      },
    },
    0,
    accept,
  )
}
