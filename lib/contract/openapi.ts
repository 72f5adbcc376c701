import { z } from 'zod'
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi'
import { Id, Problem } from './common'
import { LiveEvent } from './events'
import { type Operation, operations } from './operations'

let made: object | null = null

/** The OpenAPI 3.1 document of the API, made from the schemas that requests are parsed with. */
export function openApiDocument(): object {
  made ??= createDocument({
    openapi: '3.1.0',
    info: {
      title: 'Posthorn',
      version: '1',
      description:
        'Errors are RFC 9457 problem details. Unknown fields are refused. What one may not see answers 404. ' +
        'Scripts send a key as a bearer token; browsers a cookie, and changes need our own Origin. ' +
        'Reads carry a strong ETag and answer 304.',
    },
    paths: pathsOf(operations),
    components: {
      schemas: { Problem, LiveEvent },
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
    },
  })
  return made
}

function pathsOf(list: Operation[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {}
  for (const operation of list) {
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) }
  }
  return paths
}

function describe(operation: Operation): ZodOpenApiOperationObject {
  const { path, summary, query, headers, body, status = 200, answer, open } = operation
  return {
    operationId: nameOf(operation),
    summary,
    security: open ? [] : [{ key: [] }],
    requestParams: {
      ...(path.includes('{id}') && { path: z.object({ id: Id }) }),
      ...(query && { query }),
      ...(headers && { header: headers }),
    },
    ...(body && { requestBody: { required: true, content: contentOf(body) } }),
    responses: {
      [String(status) as '200']: {
        description: summary,
        ...(answer && { content: contentOf(answer) }),
      },
      default: {
        description: 'What went wrong',
        content: { 'application/problem+json': { schema: Problem } },
      },
    },
  }
}

function contentOf(what: z.ZodType | { mediaType: string }) {
  return what instanceof z.ZodType ? { 'application/json': { schema: what } } : { [what.mediaType]: {} }
}

/** getMailboxFolders and the like: stable names for generated clients. */
function nameOf({ method, path }: Operation): string {
  const words = path.replace(/^\/api\/(v1\/)?/, '').split(/[/.-]/)
  return (
    method + words.map((word) => (word === '{id}' ? 'One' : word[0]?.toUpperCase() + word.slice(1))).join('')
  )
}
