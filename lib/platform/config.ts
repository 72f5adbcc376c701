import path from 'node:path'
import { z } from 'zod'
import { parseMailUrl } from './mail-url'

const mailUrl = (protocol: 'imap' | 'smtp' | 'pop3' | 'sieve') =>
  z.string().superRefine((text, ctx) => {
    try {
      parseMailUrl(text, protocol)
    } catch (error) {
      ctx.addIssue({ code: 'custom', message: (error as Error).message })
    }
  })

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    APP_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATA_DIR: z.string().min(1).default('./.posthorn'),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
    APP_SECRET: z.string().min(32).optional(),
    APP_SECRET_FILE: z.string().min(1).optional(),
    IMAP_URL: mailUrl('imap').optional(),
    SMTP_URL: mailUrl('smtp').optional(),
    POP3_URL: mailUrl('pop3').optional(),
    SIEVE_URL: mailUrl('sieve').optional(),
    MAIL_CA_FILE: z.string().min(1).optional(),
    WORKER: z.enum(['embedded', 'separate']).default('embedded'),
    LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
    /** set by the launcher for its children when the demo post office runs */
    POSTHORN_DEMO: z.enum(['0', '1']).default('0'),
  })
  .superRefine((env, ctx) => {
    if (Boolean(env.IMAP_URL) !== Boolean(env.SMTP_URL)) {
      const path = [env.IMAP_URL ? 'SMTP_URL' : 'IMAP_URL']
      ctx.addIssue({ code: 'custom', path, message: 'IMAP_URL and SMTP_URL are set together or not at all' })
    }
  })

export type Config = {
  port: number
  host: string
  /** public URL without a trailing slash */
  appUrl: string
  dataDir: string
  databaseUrl: string | undefined
  appSecret: string | undefined
  appSecretFile: string | undefined
  imapUrl: string | undefined
  smtpUrl: string | undefined
  pop3Url: string | undefined
  sieveUrl: string | undefined
  mailCaFile: string | undefined
  worker: 'embedded' | 'separate'
  logLevel: string
  isDemo: boolean
}

/**
 * Parses the environment. Throws an Error whose message has one line a variable: its name, what was given
 * (never a secret) and what is allowed. Empty strings count as unset, as compose files produce them.
 */
export function parseConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const parsed = Environment.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map((issue) => describe(issue, given)).join('\n'))
  const e = parsed.data
  return {
    port: e.PORT,
    host: e.HOST,
    appUrl: (e.APP_URL ?? `http://localhost:${e.PORT}`).replace(/\/+$/, ''),
    dataDir: path.resolve(/* turbopackIgnore: true */ e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    appSecret: e.APP_SECRET,
    appSecretFile: e.APP_SECRET_FILE,
    imapUrl: e.IMAP_URL,
    smtpUrl: e.SMTP_URL,
    pop3Url: e.POP3_URL,
    sieveUrl: e.SIEVE_URL,
    mailCaFile: e.MAIL_CA_FILE,
    worker: e.WORKER,
    logLevel: e.LOG_LEVEL,
    isDemo: e.POSTHORN_DEMO === '1',
  }
}

const SECRET_NAMES = new Set(['APP_SECRET', 'DATABASE_URL', 'IMAP_URL', 'SMTP_URL', 'POP3_URL', 'SIEVE_URL'])

function describe(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0] ?? 'environment')
  const value = given[name]
  const shown =
    value === undefined ? 'not set' : SECRET_NAMES.has(name) ? 'a value not shown here' : `"${value}"`
  return `${name}: ${issue.message} (given: ${shown})`
}
