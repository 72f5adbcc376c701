import fs from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openApiDocument } from './openapi'
import { operations } from './operations'

type Described = { openapi: string; paths: Record<string, Record<string, { operationId: string }>> }
const described = openApiDocument() as Described
const inDocument = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method} ${path}`),
)

/** Every exported method of every route file below app/api, as `get /api/v1/…/{id}`. */
function routes(): string[] {
  return walk('app/api')
    .filter((file) => !file.startsWith('app/api/auth/'))
    .flatMap((file) => {
      const path = `/${file
        .replace(/^app\//, '')
        .replace(/\/route\.ts$/, '')
        .replace(/\[(\w+)\]/g, '{$1}')}`
      const source = fs.readFileSync(file, 'utf8')
      return [...source.matchAll(/export const (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
        ([, method = '']) => `${method.toLowerCase()} ${path}`,
      )
    })
}

function walk(folder: string): string[] {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return walk(path)
    return entry.name === 'route.ts' ? [path] : []
  })
}

describe('the OpenAPI document', () => {
  test('is 3.1', () => expect(described.openapi).toBe('3.1.0'))

  test('has every route there is, and no other', () => {
    expect(inDocument.sort()).toEqual(routes().sort())
  })

  test('names each operation once', () => {
    const names = Object.values(described.paths).flatMap((methods) =>
      Object.values(methods).map((operation) => operation.operationId),
    )
    expect(new Set(names).size).toBe(operations.length)
  })

  test('refers only to what it defines, and refuses unknown fields', () => {
    const text = JSON.stringify(described)
    const schemas = Object.keys((openApiDocument() as { components: { schemas: object } }).components.schemas)
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/([^"]+)"/g))
      expect(schemas).toContain(name)
    expect(text).toContain('"additionalProperties":false')
  })
})
