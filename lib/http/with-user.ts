import { parseConfig } from '../platform/config'
import { AppError, notFound } from '../platform/errors'
import { isId, newId } from '../platform/ids'
import { checkOrigin } from './check-origin'
import { identify, type Person } from './identify'
import { problemOf } from './problem'
import { takeRequest } from './request-limit'
import { withStrictHeaders } from './strict-headers'

type Params<K extends string> = Record<K, string>
export type Call<K extends string> = Person & { request: Request; params: Params<K>; requestId: string }
type Route<K extends string> = (
  request: Request,
  context: { params: Promise<Params<K>> },
) => Promise<Response>

/**
 * A route for people and scripts that are signed in. Checks, in this order: the session or key (401), for a session
 * the origin of a change (403), the rate (429), the id in the path (404). Whatever `work` throws becomes a problem.
 */
export function withUser<K extends string = never>(work: (call: Call<K>) => Promise<Response>): Route<K> {
  return (request, context) =>
    answering(async (requestId) => {
      const person = await identify(request.headers)
      if (!person) throw new AppError('signed-out', 'signed-out', 'Sign in, or send a live API key.')
      if (person.sessionId)
        checkOrigin(request.method, request.headers, parseConfig(process.env).allowedOrigins)
      await takeRequest(person.userId)
      // Next gives nothing for a path without parameters
      const params = (await context.params) ?? ({} as Params<K>)
      const { id } = params as { id?: string }
      if (id !== undefined && !isId(id)) throw notFound('thing')
      return work({ ...person, request, params, requestId })
    })
}

/** A route for everybody: health and the description of the API. */
export function withoutUser(work: (request: Request) => Promise<Response>): Route<never> {
  return (request) => answering(() => work(request))
}

async function answering(work: (requestId: string) => Promise<Response>): Promise<Response> {
  const requestId = newId()
  const response = await work(requestId).catch((error: unknown) => problemOf(error, requestId))
  return withStrictHeaders(response, requestId)
}
