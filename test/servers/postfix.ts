// One Postfix for one test domain: SMTP, submission (STARTTLS) and submissions (implicit TLS) on free loopback
// ports. Its own domain goes to Dovecot by LMTP, the peer's domain to the peer's Postfix; no DNS; quick retries.
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Certificate } from './certificate'
import { launchDaemon, rememberDaemon, stopDaemon, waitForPort } from './daemon'

const run = promisify(execFile)

export type PostfixPorts = { smtp: number; submission: number; submissions: number }

export type PostfixOptions = {
  name: string
  folder: string
  ports: PostfixPorts
  lmtpPort: number
  certificate: Certificate
  /** the other domain, reached by SMTP on a loopback port */
  peer: { name: string; smtpPort: number } | null
}

export async function startPostfix(options: PostfixOptions): Promise<void> {
  const { folder, ports } = options
  const conf = path.join(folder, 'postfix')
  for (const part of ['postfix', 'queue', 'pfdata'])
    await fs.mkdir(path.join(folder, part), { recursive: true })
  await run('chown', ['postfix:postfix', path.join(folder, 'pfdata')])
  await fs.writeFile(path.join(conf, 'main.cf'), mainConfiguration(options))
  await fs.writeFile(path.join(conf, 'master.cf'), masterConfiguration(ports))
  await fs.writeFile(path.join(folder, 'senders'), '/^(.*)$/ $1\n')
  await run('postmap', ['-c', conf, `hash:${path.join(folder, 'recipients')}`])
  await launchDaemon('postfix', ['-c', conf, 'start'], path.join(folder, 'postfix.start.log'))
  rememberDaemon(pidFile(folder))
  await Promise.all(Object.values(ports).map(waitForPort))
}

export async function stopPostfix(folder: string): Promise<void> {
  await stopDaemon(pidFile(folder))
}

/** Tells a running Postfix of changed recipients; smtpd notices the new file before its next client. */
export async function updateRecipients(folder: string, addresses: string[]): Promise<void> {
  const file = path.join(folder, 'recipients')
  await fs.writeFile(file, addresses.map((address) => `${address} OK\n`).join(''))
  await fs.mkdir(path.join(folder, 'postfix'), { recursive: true })
  const conf = path.join(folder, 'postfix')
  await fs.access(path.join(conf, 'main.cf')).then(
    () => run('postmap', ['-c', conf, `hash:${file}`]),
    () => undefined,
  )
}

/** Addresses of the messages waiting in the queue, one a recipient. */
export async function queuedRecipients(folder: string): Promise<string[]> {
  const { stdout } = await run('postqueue', ['-c', path.join(folder, 'postfix'), '-j'])
  const items = stdout.split('\n').filter(Boolean)
  return items.flatMap((line) =>
    (JSON.parse(line) as { recipients: { address: string }[] }).recipients.map((r) => r.address),
  )
}

/** Tries everything in the queue now. */
export async function flushQueue(folder: string): Promise<void> {
  await run('postqueue', ['-c', path.join(folder, 'postfix'), '-f'])
}

const pidFile = (folder: string) => path.join(folder, 'queue', 'pid', 'master.pid')

function mainConfiguration({ name, folder, lmtpPort, certificate, peer }: PostfixOptions): string {
  const route = peer ? `inline:{ { ${peer.name}.test = smtp:[127.0.0.1]:${peer.smtpPort} } }` : ''
  return `compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/pfdata
command_directory = /usr/sbin
daemon_directory = /usr/lib/postfix/sbin
mail_owner = postfix
setgid_group = postdrop
syslog_name = pf-${name}
maillog_file = ${folder}/postfix.log
maillog_file_prefixes = ${folder}
myhostname = mail.${name}.test
mydomain = ${name}.test
mydestination =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
smtp_dns_support_level = disabled
smtp_host_lookup = native
smtputf8_enable = yes
alias_maps =
alias_database =
local_recipient_maps =
default_database_type = hash
virtual_mailbox_domains = ${name}.test
virtual_mailbox_maps = hash:${folder}/recipients
virtual_transport = lmtp:inet:127.0.0.1:${lmtpPort}
transport_maps = ${route}
smtpd_relay_restrictions = permit_sasl_authenticated, reject_unauth_destination
smtpd_sasl_type = dovecot
smtpd_sasl_path = ${folder}/dovecot/auth-postfix
smtpd_sasl_auth_enable = no
smtpd_tls_auth_only = yes
smtpd_tls_security_level = may
smtpd_tls_cert_file = ${certificate.certFile}
smtpd_tls_key_file = ${certificate.keyFile}
smtp_tls_security_level = may
smtpd_sender_login_maps = regexp:${folder}/senders
smtpd_forbid_bare_newline = yes
# refused commands answer at once
smtpd_error_sleep_time = 0
smtpd_peername_lookup = no
message_size_limit = 52428800
# quick retries: a queue test takes seconds
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 3s
`
}

function masterConfiguration(ports: PostfixPorts): string {
  const submission = [
    '-o smtpd_sasl_auth_enable=yes',
    '-o smtpd_client_restrictions=permit_sasl_authenticated,reject',
    '-o smtpd_sender_restrictions=reject_sender_login_mismatch',
  ].join(' ')
  return `127.0.0.1:${ports.smtp} inet n - n - - smtpd
127.0.0.1:${ports.submission} inet n - n - - smtpd ${submission}
127.0.0.1:${ports.submissions} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes ${submission}
pickup    unix  n - n 60 1 pickup
cleanup   unix  n - n - 0 cleanup
qmgr      unix  n - n 300 1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n - - trivial-rewrite
bounce    unix  - - n - 0 bounce
defer     unix  - - n - 0 bounce
trace     unix  - - n - 0 bounce
verify    unix  - - n - 1 verify
flush     unix  n - n 1000? 0 flush
proxymap  unix  - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp      unix  - - n - - smtp
relay     unix  - - n - - smtp
showq     unix  n - n - - showq
error     unix  - - n - - error
retry     unix  - - n - - error
discard   unix  - - n - - discard
lmtp      unix  - - n - - lmtp
anvil     unix  - - n - 1 anvil
scache    unix  - - n - 1 scache
postlog   unix-dgram n - n - 1 postlogd
`
}
