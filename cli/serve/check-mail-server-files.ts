import { X509Certificate } from 'node:crypto'
import type { Config } from '../../lib/platform/config'
import { readFileOf } from './app-secret'

/** MAIL_CA_FILE must hold at least one certificate: TLS would fail much later, in words nobody understands. */
export function checkMailServerFiles(config: Config) {
  if (!config.mailCaFile) return
  const text = readFileOf('MAIL_CA_FILE', config.mailCaFile)
  try {
    new X509Certificate(text)
  } catch {
    throw new Error(`MAIL_CA_FILE: allowed is a file with PEM certificates (given: "${config.mailCaFile}")`)
  }
}
