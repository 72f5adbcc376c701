// A Posthorn for a browser test, as a team would run it: in front of one mail domain, or with the demo post office.
import { type StartedPosthorn, startPosthorn } from '../test/posthorn'
import type { MailDomain } from '../test/servers/mail-domain'

/** In front of a real Dovecot and Postfix. `remove()` stops it and takes its data away. */
export function startAppFor(domain: MailDomain): Promise<StartedPosthorn> {
  return startPosthorn({
    env: { IMAP_URL: domain.imapUrl, SMTP_URL: domain.submissionUrl, MAIL_CA_FILE: domain.caFile },
  })
}

/** With the demo post office: Alice and Bob on one page. */
export function startDemoApp(): Promise<StartedPosthorn> {
  return startPosthorn()
}
