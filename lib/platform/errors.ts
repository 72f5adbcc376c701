// Errors that a person or a script may see. Each names the situation; lib/http turns the kind into a status.

export type FieldError = { path: string; message: string }

export type AppErrorKind =
  | 'bad-input' // 400
  | 'signed-out' // 401
  | 'forbidden' // 403
  | 'not-found' // 404
  | 'conflict' // 409
  | 'too-large' // 413
  | 'too-many' // 429
  | 'unavailable' // 503

/**
 * An expected failure with words for people.
 * `code` is a stable kebab-case name (the last part of the problem `type`), `message` the sentence shown.
 * `retryAfter` is in seconds.
 */
export class AppError extends Error {
  readonly kind: AppErrorKind
  readonly code: string
  readonly fields: FieldError[]
  readonly retryAfter: number | undefined

  constructor(
    kind: AppErrorKind,
    code: string,
    message: string,
    more: { fields?: FieldError[]; retryAfter?: number; cause?: unknown } = {},
  ) {
    super(message, { cause: more.cause })
    this.name = 'AppError'
    this.kind = kind
    this.code = code
    this.fields = more.fields ?? []
    this.retryAfter = more.retryAfter
  }
}

/** What one may not see does not exist: the same answer for a missing id and for somebody else's. */
export function notFound(what: string): AppError {
  return new AppError('not-found', 'not-found', `No such ${what}.`)
}

/** One bad field of a request: 400 with the field's name. */
export function badField(path: string, message: string): AppError {
  return new AppError('bad-input', 'bad-input', `${path}: ${message}`, { fields: [{ path, message }] })
}
