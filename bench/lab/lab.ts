// Real servers and the application in front of them, for one benchmark.
import { type StartedPosthorn, startPosthorn } from '../../test/posthorn'
import { type MailDomain, startMailDomain } from '../../test/servers/mail-domain'
import { progress, timed } from './measure'

export type Lab = {
  domain: MailDomain
  posthorn: StartedPosthorn
  /** where browsers go: the origin the application takes for its own */
  url: string
}

/**
 * Starts Dovecot (and Postfix), lets `prepare` fill mailboxes, starts the application in front of them, works, and
 * takes everything down again, after a failure too.
 */
export async function withLab<T>(
  options: { withPostfix?: boolean; prepare?: (domain: MailDomain) => Promise<void> },
  work: (lab: Lab) => Promise<T>,
): Promise<T> {
  progress('starting mail servers')
  const domain = await startMailDomain({ name: 'alice', withPostfix: options.withPostfix ?? false })
  let posthorn: StartedPosthorn | undefined
  try {
    if (options.prepare)
      progress(`mailboxes ready after ${seconds(await timed(() => prepared(options, domain)))}`)
    const env = { IMAP_URL: domain.imapsUrl, SMTP_URL: domain.submissionsUrl, MAIL_CA_FILE: domain.caFile }
    const started = await timed(() => startPosthorn({ env: { ...env, LOG_LEVEL: 'warn' } }))
    posthorn = started.value
    progress(`application ready after ${seconds(started)}`)
    return await work({ domain, posthorn, url: `http://localhost:${posthorn.port}` })
  } finally {
    await posthorn?.remove()
    await domain.stop()
  }
}

async function prepared(options: { prepare?: (domain: MailDomain) => Promise<void> }, domain: MailDomain) {
  await options.prepare?.(domain)
}

function seconds({ ms }: { ms: number }): string {
  return `${(ms / 1000).toFixed(1)} s`
}
