import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { must } from './stage.mjs'

// The real servers and the browser of the tests, and a file that shows that each is there.
const PACKAGES = {
  'dovecot-core': '/usr/sbin/dovecot',
  'dovecot-imapd': '/usr/lib/dovecot/imap',
  'dovecot-lmtpd': '/usr/lib/dovecot/lmtp',
  'dovecot-pop3d': '/usr/lib/dovecot/pop3',
  postfix: '/usr/lib/postfix/sbin/master',
  chromium: '/usr/bin/chromium',
  'fonts-noto-cjk': '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc',
  'postgresql-15': '/usr/lib/postgresql/15/bin/postgres',
  openssl: '/usr/bin/openssl',
}
const POLICY = '/usr/sbin/policy-rc.d'

/** Installs what is missing, as root or through sudo; else throws with the command to type. */
export async function ensureDebianPackages() {
  const missing = Object.keys(PACKAGES).filter((name) => !fs.existsSync(PACKAGES[name]))
  if (missing.length === 0) return console.log('all there')
  console.log(`missing: ${missing.join(' ')}`)
  const prefix = rootPrefix()
  if (!prefix || !fs.existsSync('/usr/bin/apt-get'))
    throw new Error(`needed and not installed: apt-get install --no-install-recommends ${missing.join(' ')}`)
  await withoutStartingServices(prefix, async () => {
    await must([
      'sh',
      '-c',
      `echo 'postfix postfix/main_mailer_type select No configuration' | ${asRoot(prefix, 'debconf-set-selections')}`,
    ])
    const apt = [
      ...prefix,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      'DPkg::Lock::Timeout=300',
    ]
    await must([...apt, 'update', '-qq'])
    await must([...apt, 'install', '-y', '--no-install-recommends', ...missing])
  })
}

/** What to put before a command to run it as root; undefined when we cannot. */
function rootPrefix() {
  if (process.getuid?.() === 0) return []
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore', timeout: 5000 })
    return ['sudo', '-n']
  } catch {
    return undefined
  }
}

const asRoot = (prefix, command) => [...prefix, command].join(' ')

/** Debian starts a server when it installs one. The tests start their own, on ports and folders of their own. */
async function withoutStartingServices(prefix, work) {
  if (fs.existsSync(POLICY)) return work()
  const script = `printf '#!/bin/sh\\nexit 101\\n' > ${POLICY} && chmod 755 ${POLICY}`
  await must([...prefix, 'sh', '-c', script])
  try {
    await work()
  } finally {
    await must([...prefix, 'rm', '-f', POLICY])
  }
}
