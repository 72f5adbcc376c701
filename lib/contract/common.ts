import { z } from 'zod'

/** Opaque to callers. Whether it exists, and for whom, is answered by the verb: always 404 when not. */
export const Id = z.string().min(1).max(100)

export const Instant = z.iso.datetime().meta({ description: 'ISO 8601, UTC' })

/** Text that may end up in a header or on one line: no control characters but the tab, CR and LF above all. */
export const OneLine = z.string().regex(/^(?:\P{Cc}|\t)*$/u, 'contains control characters')

/** A header address as shown: never trusted to be deliverable. */
export const Address = z.strictObject({ name: z.string(), address: z.string() })
export type Address = z.infer<typeof Address>

export const PageQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().min(1).max(500).optional(),
})
export type PageQuery = z.infer<typeof PageQuery>

/** RFC 9457 */
export const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  requestId: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string() })).optional(),
})
export type Problem = z.infer<typeof Problem>
