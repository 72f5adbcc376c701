import path from 'node:path'
import { deriveKey } from '../../lib/platform/app-secret'
import type { Config } from '../../lib/platform/config'

/** What every process of ours is given: decisions are made once, here, and not again in each of them. */
export function childEnvironment(
  config: Config,
  options: { dev: boolean; buildDir: string },
  databaseUrl: string,
  secret: string,
): NodeJS.ProcessEnv {
  const buildDir = path.resolve(options.buildDir)
  return {
    ...process.env,
    NODE_ENV: options.dev ? 'development' : 'production',
    PORT: String(config.port),
    HOST: config.host,
    DATA_DIR: config.dataDir,
    DATABASE_URL: databaseUrl,
    DATABASE_PASSWORD_FILE: '',
    APP_SECRET: secret,
    APP_SECRET_FILE: '',
    NEXTAUTH_URL: config.appUrl,
    NEXTAUTH_SECRET: deriveKey('next-auth', secret).toString('base64url'),
    NEXT_TELEMETRY_DISABLED: '1',
    POSTHORN_BUILD_DIR: buildDir,
    POSTHORN_MIME_WORKER: path.join(buildDir, 'mime-worker.mjs'),
  }
}
