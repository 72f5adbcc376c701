import path from 'node:path'
import { z } from 'zod'
import { parseMailUrl } from './mail-url'

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const

function mailUrl(protocol: 'imap' | 'smtp' | 'pop3' | 'sieve') {
  return z.string().superRefine((text, ctx) => {
    try {
      parseMailUrl(text, protocol)
    } catch (error) {
      ctx.addIssue({ code: 'custom', message: (error as Error).message })
    }
  })
}

/** A public URL without a path: sign-in cookies and origin checks know whole origins only. */
function isOrigin(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null
  return Boolean(
    url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.username,
  )
}

function isDatabaseUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535
}

const text = z.string()
const EnvironmentFields = z.object({
  PORT: text.refine(isPort, 'allowed is a port number from 1 to 65535').default('3000').transform(Number),
  HOST: text
    .refine((host) => !/[\s/]/.test(host), 'allowed is an IP address or host name')
    .default('127.0.0.1'),
  APP_URL: text.refine(isOrigin, 'allowed is http:// or https:// with a host, without a path').optional(),
  DATA_DIR: text.default('./.posthorn'),
  DATABASE_URL: text.refine(isDatabaseUrl, 'allowed is postgresql://user:password@host/database').optional(),
  DATABASE_PASSWORD_FILE: text.optional(),
  APP_SECRET: text.min(32, 'allowed are 32 characters or more').optional(),
  APP_SECRET_FILE: text.optional(),
  IMAP_URL: mailUrl('imap').optional(),
  SMTP_URL: mailUrl('smtp').optional(),
  POP3_URL: mailUrl('pop3').optional(),
  SIEVE_URL: mailUrl('sieve').optional(),
  MAIL_CA_FILE: text.optional(),
  WORKER: z.enum(['embedded', 'separate'], 'allowed is embedded or separate').default('embedded'),
  LOG_LEVEL: z.enum(LOG_LEVELS, `allowed is one of ${LOG_LEVELS.join(', ')}`).default('info'),
  POSTHORN_MESSAGE_MB: text
    .refine(
      (mb) => /^\d{1,2}$/.test(mb) && Number(mb) >= 1 && Number(mb) <= 50,
      'allowed is a number from 1 to 50',
    )
    .default('25'),
  /** set by the launcher for its children when the demo post office runs */
  POSTHORN_DEMO: z.enum(['0', '1'], 'allowed is 0 or 1').default('0'),
})

/** Pairs of which the second makes no sense, or would be ignored, without (or with) the first. */
const Environment = EnvironmentFields.superRefine((env, ctx) => {
  const refuse = (name: string, message: string) => ctx.addIssue({ code: 'custom', path: [name], message })
  if (Boolean(env.IMAP_URL) !== Boolean(env.SMTP_URL))
    refuse(env.IMAP_URL ? 'SMTP_URL' : 'IMAP_URL', 'IMAP_URL and SMTP_URL are set together or not at all')
  if (env.APP_SECRET && env.APP_SECRET_FILE)
    refuse('APP_SECRET_FILE', 'APP_SECRET or APP_SECRET_FILE is set, not both')
  if (env.DATABASE_PASSWORD_FILE && !env.DATABASE_URL)
    refuse('DATABASE_PASSWORD_FILE', 'it belongs to DATABASE_URL, which must be set too')
})

export type Config = {
  port: number
  host: string
  /** public URL without a trailing slash */
  appUrl: string
  /** what a browser may send as Origin: the public URL or, when none was set, both names of this machine */
  allowedOrigins: string[]
  dataDir: string
  databaseUrl: string | undefined
  databasePasswordFile: string | undefined
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
    ...publicNames(e.APP_URL, e.PORT),
    dataDir: path.resolve(/* turbopackIgnore: true */ e.DATA_DIR),
    databaseUrl: e.DATABASE_URL,
    databasePasswordFile: e.DATABASE_PASSWORD_FILE,
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

function publicNames(appUrl: string | undefined, port: number): Pick<Config, 'appUrl' | 'allowedOrigins'> {
  if (appUrl) return { appUrl: appUrl.replace(/\/+$/, ''), allowedOrigins: [new URL(appUrl).origin] }
  const names = ['localhost', '127.0.0.1'].map((name) => new URL(`http://${name}:${port}`).origin)
  return { appUrl: `http://localhost:${port}`, allowedOrigins: names }
}

const SECRET_NAMES = new Set(['APP_SECRET', 'DATABASE_URL', 'IMAP_URL', 'SMTP_URL', 'POP3_URL', 'SIEVE_URL'])

function describe(issue: z.core.$ZodIssue, given: Record<string, string | undefined>): string {
  const name = String(issue.path[0] ?? 'environment')
  const value = given[name]
  const shown =
    value === undefined ? 'not set' : SECRET_NAMES.has(name) ? 'a value not shown here' : `"${value}"`
  return `${name}: ${issue.message} (given: ${shown})`
}
