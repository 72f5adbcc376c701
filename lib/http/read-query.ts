import type { z } from 'zod'
import { badField } from '../platform/errors'
import { checkStorable } from './storable'

/** The request's query by `schema`; a name given twice is refused, as no two readers agree on which counts. */
export function readQuery<S extends z.ZodType>(request: Request, schema: S): z.output<S> {
  const query: Record<string, string> = {}
  for (const [name, value] of new URL(request.url).searchParams) {
    if (Object.hasOwn(query, name)) throw badField(name, 'is given twice')
    Object.defineProperty(query, name, { value, enumerable: true })
  }
  checkStorable(query)
  return schema.parse(query)
}
