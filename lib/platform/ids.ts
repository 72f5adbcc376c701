import { v7 } from 'uuid'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A new row id: UUIDv7 (RFC 9562), so that rows made together lie together in an index. */
export function newId(): string {
  return v7()
}

/** True for a string that may be sent to a uuid column. Anything else is an id nobody has. */
export function isId(value: string): boolean {
  return UUID.test(value)
}
