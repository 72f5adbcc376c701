// What stands in the way of sending, and what is only worth a quiet word before it.
import { mentionsAttachment } from './attachment-mention'
import { ADDRESS_FIELDS, type Composition } from './composition'

/** Keys of the catalogue's `obstacle`: sending is impossible until they are gone. */
export type Obstacle = 'no-recipients' | 'bad-address' | 'uploading' | 'upload-failed' | 'conflict'
/** Keys of the catalogue's `warning`. */
export type Warning = 'no-subject' | 'no-attachment'

export function obstaclesOf(c: Composition): Obstacle[] {
  const chips = ADDRESS_FIELDS.flatMap((field) => c[field])
  const found: (Obstacle | false)[] = [
    chips.length === 0 && 'no-recipients',
    chips.some((chip) => chip.problem !== null) && 'bad-address',
    c.files.some((file) => file.state === 'uploading') && 'uploading',
    c.files.some((file) => file.state === 'failed') && 'upload-failed',
    c.save.kind === 'conflict' && 'conflict',
  ]
  return found.filter((item) => item !== false)
}

/** Quiet, never in the way. */
export function warningsOf(c: Composition): Warning[] {
  const found: (Warning | false)[] = [
    c.subject.trim() === '' && 'no-subject',
    c.files.length === 0 && mentionsAttachment(c.text) && 'no-attachment',
  ]
  return found.filter((item) => item !== false)
}

/** True when closing it throws nothing away. */
export function isBlank(c: Composition): boolean {
  return (
    c.edits === 0 ||
    (c.text.trim() === '' && c.subject.trim() === '' && c.files.length === 0 && !hasAddress(c))
  )
}

function hasAddress(c: Composition): boolean {
  return ADDRESS_FIELDS.some((field) => c[field].length > 0 || c.pending[field].trim() !== '')
}
