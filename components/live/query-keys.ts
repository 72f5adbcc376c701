/** The names of what is cached in the browser. Events and changes find their readers by these. */
export const keys = {
  account: ['account'] as const,
  sessions: ['sessions'] as const,
  apiKeys: ['api-keys'] as const,
  mailboxes: ['mailboxes'] as const,
  folders: (mailboxId: string) => ['folders', mailboxId] as const,
  threads: (folderId: string) => ['threads', folderId] as const,
  thread: (threadId: string) => ['thread', threadId] as const,
  message: (messageId: string) => ['message', messageId] as const,
  search: (query: string) => ['search', query] as const,
  drafts: ['drafts'] as const,
  draft: (draftId: string) => ['drafts', draftId] as const,
  outbox: ['outbox'] as const,
  outgoing: (outgoingId: string) => ['outbox', outgoingId] as const,
}
