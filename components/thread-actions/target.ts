/** What an action is about: a conversation as it lies in one folder, or single messages of it. */
export type Target = {
  threadId: string
  folderId: string
  /** null: all messages that the conversation has in that folder */
  messageIds: string[] | null
  isUnread: boolean
}
