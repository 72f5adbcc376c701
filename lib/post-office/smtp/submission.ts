// Where people hand in their mail (RFC 6409). One door for both domains; what comes in belongs to the sender's.
import { domainOf, findPerson, type Person, signIn } from '../people'
import { type Accept, listenSmtp, refusal, type SmtpListener } from './listener'

/** `acceptFrom` takes a message for the server of this person's domain. */
export function listenForSubmission(
  port: number,
  acceptFrom: (person: Person) => Accept,
): Promise<SmtpListener> {
  return listenSmtp(
    {
      name: 'submission.localhost',
      authMethods: ['PLAIN', 'LOGIN'],
      // loopback only, and the password is public
      allowInsecureAuth: true,
      disabledCommands: ['STARTTLS'],
      onAuth: (auth, _session, done) => {
        const person = signIn(auth.username ?? '', auth.password ?? '')
        if (person) done(null, { user: person.address })
        else done(refusal(535, '5.7.8 Wrong address or password'))
      },
      onMailFrom: (from, session, done) => {
        const isOwn = from.address.toLowerCase() === session.user
        done(isOwn ? null : refusal(550, '5.7.1 This is not your own address'))
      },
      onRcptTo: (to, session, done) => {
        const isOurs = domainOf(to.address) === domainOf(String(session.user))
        if (isOurs && !findPerson(to.address)) done(refusal(550, '5.1.1 No such person here'))
        else done()
      },
    },
    port,
    (raw, session) => {
      const person = findPerson(String(session.user))
      if (!person) throw new Error('message without a signed-in person')
      return acceptFrom(person)(raw, session)
    },
  )
}
