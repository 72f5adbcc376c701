// Where other mail servers hand in mail for one domain (its MX).
import { domainOf, findPerson } from '../people'
import { type Accept, listenSmtp, refusal, type SmtpListener } from './listener'

/** Listens for mail to `domain` and refuses to pass mail on to anybody else's. */
export function listenAsExchange(domain: string, port: number, accept: Accept): Promise<SmtpListener> {
  return listenSmtp(
    {
      name: `mx.${domain}`,
      disabledCommands: ['AUTH', 'STARTTLS'],
      onRcptTo: (to, _session, done) => {
        if (domainOf(to.address) !== domain) done(refusal(550, '5.7.1 This server does not relay'))
        else done(findPerson(to.address) ? null : refusal(550, '5.1.1 No such person here'))
      },
    },
    port,
    accept,
  )
}
