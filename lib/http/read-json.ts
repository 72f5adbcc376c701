import type { z } from 'zod'
import { AppError, badField } from '../platform/errors'
import { checkStorable } from './storable'

/** Room for a composed message with text and HTML of 2 million characters each. */
const LONGEST_BODY = 12 * 1024 * 1024

/**
 * The request's JSON body by `schema`. Throws AppError bad-input or too-large, and ZodError with the fields.
 * Only `application/json` is taken: a form of another site cannot send it unasked.
 */
export async function readJson<S extends z.ZodType>(request: Request, schema: S): Promise<z.output<S>> {
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type !== 'application/json') throw badField('Content-Type', 'must be application/json')
  const value = parseJson(await readText(request))
  checkStorable(value)
  return schema.parse(value)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw badField('body', 'is not JSON')
  }
}

async function readText(request: Request): Promise<string> {
  const tooLarge = new AppError('too-large', 'too-large', `A request may have ${LONGEST_BODY} bytes at most.`)
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY) throw tooLarge
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > LONGEST_BODY) throw tooLarge
    chunks.push(chunk)
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
  } catch {
    throw badField('body', 'is not UTF-8')
  }
}
