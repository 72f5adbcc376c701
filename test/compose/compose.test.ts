// No Docker engine is at hand where this is built: what can be checked without one is that the names agree.
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseConfig } from '../../lib/platform/config'

const Service = z.strictObject({
  image: z.string().optional(),
  build: z.string().optional(),
  init: z.boolean().optional(),
  restart: z.string().optional(),
  stop_grace_period: z.string().optional(),
  cap_drop: z.array(z.string()).optional(),
  security_opt: z.array(z.string()).optional(),
  command: z.array(z.string()).optional(),
  secrets: z.array(z.string()).default([]),
  volumes: z.array(z.string()).default([]),
  ports: z.array(z.string()).optional(),
  depends_on: z.record(z.string(), z.strictObject({ condition: z.string() })).default({}),
  environment: z.record(z.string(), z.string()).default({}),
  healthcheck: z
    .strictObject({
      test: z.array(z.string()),
      interval: z.string(),
      timeout: z.string(),
      retries: z.number(),
      start_period: z.string(),
    })
    .optional(),
})
const Compose = z.looseObject({
  services: z.record(z.string(), Service),
  secrets: z.record(z.string(), z.strictObject({ file: z.string() })).default({}),
  volumes: z.record(z.string(), z.null()).default({}),
})

const read = (file: string) => Compose.parse(parse(fs.readFileSync(file, 'utf8'), { merge: true }))
const main = read('docker-compose.yml')
const lab = read('docker-compose.lab.yml')
const services = { ...main.services, ...lab.services }

/** `${NAME:-default}` as compose fills it in when nothing is set. */
const fill = (value: string) => value.replaceAll(/\$\{[A-Z_]+:-([^}]*)\}/g, '$1')

describe.each([
  ['docker-compose.yml', main, main],
  ['docker-compose.lab.yml', lab, { services, volumes: { ...main.volumes, ...lab.volumes } }],
])('%s', (_, file, all) => {
  test('names only services, secrets and volumes that exist', () => {
    for (const service of Object.values(file.services)) {
      expect(Object.keys(all.services)).toEqual(expect.arrayContaining(Object.keys(service.depends_on)))
      expect(Object.keys(main.secrets)).toEqual(expect.arrayContaining(service.secrets))
      const named = service.volumes.map((volume) => volume.split(':')[0])
      expect(Object.keys(all.volumes)).toEqual(expect.arrayContaining(named))
    }
  })

  test('builds from folders that have a Dockerfile, of files that exist', () => {
    for (const { build } of Object.values(file.services)) {
      if (build === undefined) continue
      const dockerfile = fs.readFileSync(path.join(build, 'Dockerfile'), 'utf8')
      const sources = [...dockerfile.matchAll(/^COPY (.*) \S+$/gm)].flatMap(
        (copy) => copy[1]?.split(' ') ?? [],
      )
      for (const source of sources) expect(fs.existsSync(path.join(build, source))).toBe(true)
    }
  })
})

describe('web and worker', () => {
  const { web, worker, db } = main.services

  test('are given an environment that Posthorn accepts', () => {
    for (const service of [web, worker, lab.services.web]) {
      const given = { ...web?.environment, ...service?.environment }
      const filled = Object.fromEntries(Object.entries(given).map(([name, value]) => [name, fill(value)]))
      expect(parseConfig(filled)).toMatchObject({ host: '0.0.0.0', port: 3000, dataDir: '/data' })
    }
  })

  test('read the secrets where compose puts them, and one database password serves both ends', () => {
    const inside = (name: string) => `/run/secrets/${name}`
    expect(Object.keys(main.secrets).map(inside)).toEqual([
      web?.environment.APP_SECRET_FILE,
      web?.environment.DATABASE_PASSWORD_FILE,
    ])
    expect(db?.environment.POSTGRES_PASSWORD_FILE).toBe(web?.environment.DATABASE_PASSWORD_FILE)
    const url = new URL(web?.environment.DATABASE_URL ?? '')
    expect([url.hostname, url.username, url.pathname]).toEqual([
      'db',
      db?.environment.POSTGRES_USER,
      `/${db?.environment.POSTGRES_DB}`,
    ])
  })

  test('start by a file that exists, and all three have a health check', () => {
    for (const service of [web, worker]) expect(fs.existsSync(service?.command?.[1] ?? '')).toBe(true)
    for (const service of [web, worker, db]) expect(service?.healthcheck?.test.length).toBeGreaterThan(1)
  })

  test('run as nobody in particular', () => {
    expect(fs.readFileSync('Dockerfile', 'utf8')).toMatch(/^USER node$/m)
    expect([web?.cap_drop, worker?.cap_drop]).toEqual([['ALL'], ['ALL']])
  })

  test('find the lab’s servers by their service names', () => {
    for (const name of ['IMAP_URL', 'SMTP_URL'])
      expect(Object.keys(lab.services)).toContain(new URL(lab.services.web?.environment[name] ?? '').hostname)
    for (const host of ['lmtp:inet:dovecot:24', 'inet:dovecot:12345'])
      expect(fs.readFileSync('docker/lab/main.cf', 'utf8')).toContain(host)
  })
})
