import { badField } from '../platform/errors'

/** The Idempotency-Key of a send: 8 to 200 visible ASCII characters. Throws AppError bad-input. */
export function idempotencyKeyOf(request: Request): string {
  const key = request.headers.get('idempotency-key')
  if (key === null || !/^[\x21-\x7e]{8,200}$/.test(key)) {
    throw badField('Idempotency-Key', 'is required: 8 to 200 visible characters, one key for one message')
  }
  return key
}
