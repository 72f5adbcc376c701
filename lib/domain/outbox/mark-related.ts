import { log } from '../../platform/log'
import { changeFlags } from '../messages/change-flags'
import type { FilingLease } from './filing.store'

/** Marks the message that was answered or forwarded, as every mail client does. It may be gone: no harm. */
export async function markRelated({ userId, relatedId, relation }: FilingLease): Promise<void> {
  if (!relatedId || !relation) return
  const add = relation === 'forward' ? ['$Forwarded'] : ['answered']
  try {
    await changeFlags(userId, { ids: [relatedId], add, remove: [] })
  } catch (error) {
    log.info({ err: error, messageId: relatedId }, 'the message answered could not be marked')
  }
}
