// One Dovecot for one test domain: IMAP, IMAPS, POP3 and LMTP on free loopback ports, Maildir below `folder`.
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Certificate } from './certificate'
import { launchDaemon, rememberDaemon, stopDaemon, waitForPort } from './daemon'

/** Owner of all test mail: numeric, so that no entry in /etc/passwd is needed. */
export const VMAIL = 5000

export type DovecotPorts = { imap: number; imaps: number; pop3: number; lmtp: number }

export type DovecotOptions = {
  /** alice for alice.test */
  name: string
  folder: string
  ports: DovecotPorts
  certificate: Certificate
  /** more dovecot.conf lines, for example `imap_capability = …` or a quota */
  extra: string
}

export async function startDovecot(options: DovecotOptions): Promise<void> {
  const { folder, ports } = options
  await fs.mkdir(path.join(folder, 'dovecot'), { recursive: true })
  await fs.mkdir(path.join(folder, 'mail'), { recursive: true })
  await fs.chown(path.join(folder, 'mail'), VMAIL, VMAIL)
  const conf = path.join(folder, 'dovecot.conf')
  await fs.writeFile(conf, configuration(options))
  await launchDaemon('dovecot', ['-c', conf], path.join(folder, 'dovecot.start.log'))
  rememberDaemon(pidFile(folder))
  await Promise.all(Object.values(ports).map(waitForPort))
}

export async function stopDovecot(folder: string): Promise<void> {
  await stopDaemon(pidFile(folder))
}

/**
 * Makes a user or changes its password. One passwd-file a user, because Dovecot looks for a change of a file
 * only by its modification time in seconds, and at most once a second.
 */
export async function writeUser(
  folder: string,
  name: string,
  local: string,
  password: string,
): Promise<void> {
  const file = path.join(folder, 'users', local)
  await fs.mkdir(path.dirname(file), { recursive: true })
  const before = await fs.stat(file).catch(() => null)
  await fs.writeFile(file, `${local}@${name}.test:{PLAIN}${password}::::::\n`)
  if (!before) return
  const next = Math.ceil(before.mtimeMs / 1000) + 1
  await fs.utimes(file, next, next)
  await new Promise((resolve) => setTimeout(resolve, 1010 - (Date.now() % 1000)))
}

const pidFile = (folder: string) => path.join(folder, 'dovecot', 'master.pid')

function configuration({ name, folder, ports, certificate, extra }: DovecotOptions): string {
  return `base_dir = ${folder}/dovecot
instance_name = posthorn-test-${name}
log_path = ${folder}/dovecot.log
listen = 127.0.0.1
protocols = imap pop3 lmtp
hostname = mail.${name}.test
postmaster_address = postmaster@${name}.test
ssl = yes
ssl_cert = <${certificate.certFile}
ssl_key = <${certificate.keyFile}
disable_plaintext_auth = no
auth_mechanisms = plain login
# refused sign-ins answer at once, and do not slow the next one from the same address
auth_failure_delay = 0
login_trusted_networks = 127.0.0.1
passdb {
  driver = passwd-file
  args = username_format=%u ${folder}/users/%n
}
userdb {
  driver = static
  args = uid=${VMAIL} gid=${VMAIL} home=${folder}/mail/%n
}
first_valid_uid = ${VMAIL}
mail_location = maildir:~/Maildir
mail_max_userip_connections = 200
namespace inbox {
  inbox = yes
  separator = /
${specialFolders()}
}
service anvil {
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service imap-login {
  inet_listener imap {
    port = ${ports.imap}
  }
  inet_listener imaps {
    port = ${ports.imaps}
    ssl = yes
  }
}
service pop3-login {
  inet_listener pop3 {
    port = ${ports.pop3}
  }
  inet_listener pop3s {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    port = ${ports.lmtp}
  }
}
service auth {
  unix_listener auth-postfix {
    mode = 0660
    user = postfix
    group = postfix
  }
}
service stats {
  unix_listener stats-reader {
    mode = 0
  }
}
${extra}
`
}

function specialFolders(): string {
  return ['Drafts', 'Sent', 'Junk', 'Trash', 'Archive']
    .map((role) => `  mailbox ${role} {\n    special_use = \\${role}\n    auto = subscribe\n  }`)
    .join('\n')
}
