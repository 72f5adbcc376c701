// Raw bytes and MIME tree of a message, the last few kept: clients fetch one message in several commands.
import { type Part, parseMessage } from '../mime/part'
import type { MailStore } from '../store/mail-store'

type OpenMessage = { raw: Buffer; tree: Part }

const KEEP = 8
const recent = new Map<string, OpenMessage>()

/** Reads a stored message by its file name, which is unique across all mailboxes and never reused. */
export function openMessage(store: MailStore, file: string): OpenMessage {
  const known = recent.get(file)
  recent.delete(file)
  const opened = known ?? read(store, file)
  recent.set(file, opened)
  const oldest = recent.keys().next().value
  if (recent.size > KEEP && oldest !== undefined) recent.delete(oldest)
  return opened
}

function read(store: MailStore, file: string): OpenMessage {
  const raw = store.readMessage(file)
  return { raw, tree: parseMessage(raw) }
}
