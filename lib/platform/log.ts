import pino from 'pino'

/**
 * The one logger. Never give it a password, a token, a subject or a body: log ids.
 * Level from LOG_LEVEL, read here directly because logging must work before the configuration is parsed.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: { process: process.env.POSTHORN_PROCESS ?? 'app' },
  redact: {
    paths: ['*.password', '*.secret', '*.authorization', 'password', 'secret'],
    censor: '[redacted]',
  },
})
