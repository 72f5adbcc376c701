import { ZodError } from 'zod'
import type { Problem } from '../contract/common'
import { AppError, type AppErrorKind } from '../platform/errors'
import { log } from '../platform/log'

const STATUS: Record<AppErrorKind, { status: number; title: string }> = {
  'bad-input': { status: 400, title: 'Bad input' },
  'signed-out': { status: 401, title: 'Signed out' },
  forbidden: { status: 403, title: 'Forbidden' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'Conflict' },
  'too-large': { status: 413, title: 'Too large' },
  'too-many': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Unavailable' },
}

/** The answer to a failed request, as RFC 9457 problem details. What was not expected is logged, not told. */
export function problemOf(error: unknown, requestId: string): Response {
  const known = error instanceof ZodError ? badInput(error) : error
  if (known instanceof AppError) return expected(known, requestId)
  log.error({ err: error, requestId }, 'a request failed')
  return answer(
    {
      type: '/problems/internal',
      title: 'Internal error',
      status: 500,
      detail: 'Something went wrong here. It was written to the log under this request id.',
      requestId,
    },
    {},
  )
}

function expected(error: AppError, requestId: string): Response {
  const { status, title } = STATUS[error.kind]
  const headers: Record<string, string> = {}
  if (error.retryAfter !== undefined) headers['Retry-After'] = String(Math.ceil(error.retryAfter))
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="Posthorn"'
  const problem: Problem = {
    type: `/problems/${error.code}`,
    title,
    status,
    detail: error.message,
    requestId,
    ...(error.fields.length > 0 && { errors: error.fields }),
  }
  return answer(problem, headers)
}

/** Each issue under the name of its field, `to.0` for the first of a list; an unknown field under its own name. */
export function badInput(error: ZodError): AppError {
  const fields = error.issues.flatMap((issue) => {
    const path = issue.path.join('.')
    if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }]
    return issue.keys.map((key) => ({ path: [path, key].filter(Boolean).join('.'), message: 'is not known' }))
  })
  const names = fields.map((field) => field.path || 'body').join(', ')
  return new AppError('bad-input', 'bad-input', `Not understood: ${names}.`, { fields })
}

function answer(problem: Problem, headers: Record<string, string>): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  })
}
