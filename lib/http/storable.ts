import { badField } from '../platform/errors'

/**
 * Refuses text that PostgreSQL cannot store, NUL and halves of surrogate pairs, anywhere in a parsed request,
 * by the name of its field. Throws AppError bad-input.
 */
export function checkStorable(value: unknown, path: string[] = []): void {
  if (typeof value === 'string') {
    if (value.includes('\0')) throw badField(path.join('.'), 'contains a NUL character')
    if (!value.isWellFormed()) throw badField(path.join('.'), 'is not well-formed Unicode')
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value)) checkStorable(part, [...path, key])
}
