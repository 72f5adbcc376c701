// An outgoing message for tests of pure pieces: accepted by nobody yet, one recipient, no attempts.
import type { Attempt, Outgoing, OutgoingRecipient } from '@/lib/contract/outbox'

export const NOON = Date.parse('2026-11-22T12:00:00Z')

export function anOutgoing(change: Partial<Outgoing> = {}): Outgoing {
  return {
    id: 'o1',
    mailboxId: 'm1',
    state: 'queued',
    subject: 'Lunch',
    messageId: '<1@alice.test>',
    size: 1000,
    createdAt: '2026-11-22T11:59:00.000Z',
    holdUntil: '2026-11-22T11:59:15.000Z',
    recipients: [aRecipient()],
    attempts: [],
    nextAttemptAt: null,
    acceptedAt: null,
    filedAt: null,
    filing: 'none',
    fileError: null,
    error: null,
    ...change,
  }
}

export function aRecipient(change: Partial<OutgoingRecipient> = {}): OutgoingRecipient {
  return { kind: 'to', name: 'Bob', address: 'bob@bob.test', state: 'queued', reply: null, ...change }
}

export function anAttempt(change: Partial<Attempt> = {}): Attempt {
  return {
    number: 1,
    startedAt: '2026-11-22T11:59:15.000Z',
    endedAt: '2026-11-22T11:59:16.000Z',
    phase: 'connect',
    outcome: 'unreachable',
    error: null,
    transcript: [],
    ...change,
  }
}
