// Self-signed certificates for test servers, made by openssl. The certificate is its own authority.
import { execFile } from 'node:child_process'
import fs from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Names that a client dialing the loopback address accepts. */
export const LOOPBACK_NAMES = 'DNS:localhost,IP:127.0.0.1'

export type Certificate = { keyFile: string; certFile: string; key: string; cert: string }

/**
 * Makes `<name>.key.pem` and `<name>.cert.pem` in `folder`, valid for `names` (subjectAltName syntax).
 * For a certificate that does not match, pass for example `DNS:elsewhere.test`.
 */
export async function makeCertificate(
  folder: string,
  name: string,
  names: string = LOOPBACK_NAMES,
): Promise<Certificate> {
  const keyFile = path.join(folder, `${name}.key.pem`)
  const certFile = path.join(folder, `${name}.cert.pem`)
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30']
  const subject = ['-subj', `/CN=${name}`, '-addext', `subjectAltName=${names}`]
  await run('openssl', ['req', '-x509', ...curve, '-keyout', keyFile, '-out', certFile, ...subject])
  await fs.chmod(keyFile, 0o600)
  const [key, cert] = await Promise.all([fs.readFile(keyFile, 'utf8'), fs.readFile(certFile, 'utf8')])
  return { keyFile, certFile, key, cert }
}
