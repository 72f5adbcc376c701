// Every request of the HTTP API: what it takes and what it answers. The OpenAPI document is made from this table.
import { z } from 'zod'
import * as account from './account'
import { PageQuery } from './common'
import { EventsQuery } from './events'
import { Health } from './health'
import * as mailboxes from './mailboxes'
import * as messages from './messages'
import * as outbox from './outbox'

export type Operation = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** as in the URL, `{id}` for the one parameter of a path */
  path: string
  summary: string
  query?: z.ZodObject
  headers?: z.ZodObject
  body?: z.ZodType | { mediaType: string }
  status?: number
  /** a schema for JSON, a media type for bytes, null for an empty answer */
  answer: z.ZodType | { mediaType: string } | null
  open?: boolean
}

const bytes = { mediaType: 'application/octet-stream' }
const IdempotencyKey = z.object({ 'Idempotency-Key': z.string().min(8).max(200) })
const FileHeaders = z.object({ 'Content-Disposition': z.string() })
const Range = z.object({ Range: z.string().optional() })
const LastEventId = z.object({ 'Last-Event-ID': z.string().optional() })

const reading: Operation[] = [
  {
    method: 'get',
    path: '/api/v1/mailboxes',
    summary: 'Mailboxes one may use',
    answer: mailboxes.MailboxList,
  },
  {
    method: 'get',
    path: '/api/v1/mailboxes/{id}/folders',
    summary: 'Folders of a mailbox',
    answer: mailboxes.FolderList,
  },
  {
    method: 'get',
    path: '/api/v1/folders/{id}/messages',
    summary: 'Messages of a folder',
    query: messages.MessageQuery,
    answer: messages.MessagePage,
  },
  {
    method: 'get',
    path: '/api/v1/folders/{id}/threads',
    summary: 'Conversations of a folder, the newest first',
    query: PageQuery,
    answer: messages.ThreadPage,
  },
  {
    method: 'get',
    path: '/api/v1/threads/{id}',
    summary: 'A conversation, oldest first, all folders',
    answer: messages.ThreadDetail,
  },
  { method: 'get', path: '/api/v1/messages/{id}', summary: 'A message', answer: messages.MessageDetail },
  {
    method: 'get',
    path: '/api/v1/messages/{id}/source',
    summary: 'A message as it came',
    answer: { mediaType: 'message/rfc822' },
  },
  {
    method: 'get',
    path: '/api/v1/messages/{id}/headers',
    summary: 'All header fields, decoded, in order',
    answer: messages.HeaderList,
  },
  {
    method: 'get',
    path: '/api/v1/attachments/{id}',
    summary: 'The bytes of an attachment',
    query: messages.AttachmentQuery,
    headers: Range,
    answer: bytes,
  },
  {
    method: 'get',
    path: '/api/v1/search',
    summary: 'Search',
    query: messages.SearchQuery,
    answer: messages.SearchPage,
  },
]

const changing: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/messages/flags',
    summary: 'Set and clear flags',
    body: messages.FlagsChange,
    answer: messages.ChangeResults,
  },
  {
    method: 'post',
    path: '/api/v1/messages/move',
    summary: 'Move to a folder',
    body: messages.MoveRequest,
    answer: messages.ChangeResults,
  },
  {
    method: 'post',
    path: '/api/v1/messages/delete',
    summary: 'Delete: to Trash, and from Trash for good',
    body: messages.DeleteRequest,
    answer: messages.ChangeResults,
  },
  {
    method: 'get',
    path: '/api/v1/changes/refused',
    summary: 'Changes that the mail server refused and that were undone',
    answer: messages.RefusedChangeList,
  },
]

const writing: Operation[] = [
  {
    method: 'post',
    path: '/api/v1/uploads',
    summary: 'Upload a file; the body is the file',
    headers: FileHeaders,
    body: bytes,
    status: 201,
    answer: outbox.Upload,
  },
  { method: 'get', path: '/api/v1/drafts', summary: 'Drafts', answer: outbox.DraftList },
  {
    method: 'post',
    path: '/api/v1/drafts',
    summary: 'Begin a draft',
    body: outbox.DraftSave,
    status: 201,
    answer: outbox.Draft,
  },
  { method: 'get', path: '/api/v1/drafts/{id}', summary: 'A draft', answer: outbox.Draft },
  {
    method: 'put',
    path: '/api/v1/drafts/{id}',
    summary: 'Save a draft; 409 when it was saved elsewhere since `revision`',
    body: outbox.DraftSave,
    answer: outbox.Draft,
  },
  { method: 'delete', path: '/api/v1/drafts/{id}', summary: 'Discard a draft', status: 204, answer: null },
  {
    method: 'post',
    path: '/api/v1/outbox',
    summary: 'Send; the same key answers the same item',
    headers: IdempotencyKey,
    body: outbox.SendRequest,
    status: 202,
    answer: outbox.SendAnswer,
  },
  {
    method: 'get',
    path: '/api/v1/outbox',
    summary: 'Outgoing messages, the newest first',
    query: outbox.OutboxQuery,
    answer: outbox.OutgoingPage,
  },
  { method: 'get', path: '/api/v1/outbox/{id}', summary: 'An outgoing message', answer: outbox.Outgoing },
  {
    method: 'get',
    path: '/api/v1/outbox/{id}/composed',
    summary: 'What was written, to open it again',
    answer: outbox.Composed,
  },
  ...(['cancel', 'retry', 'mark-sent'] as const).map(
    (verb): Operation => ({
      method: 'post',
      path: `/api/v1/outbox/{id}/${verb}`,
      summary: `${verb}: the item, or 409 with why not`,
      answer: outbox.Outgoing,
    }),
  ),
]

const person: Operation[] = [
  { method: 'get', path: '/api/v1/account', summary: 'The own account', answer: account.Account },
  {
    method: 'patch',
    path: '/api/v1/account',
    summary: 'Change the own account',
    body: account.AccountChange,
    answer: account.Account,
  },
  { method: 'get', path: '/api/v1/sessions', summary: 'Live sessions', answer: account.SessionList },
  {
    method: 'delete',
    path: '/api/v1/sessions/{id}',
    summary: 'End a session at once',
    status: 204,
    answer: null,
  },
  { method: 'get', path: '/api/v1/api-keys', summary: 'API keys', answer: account.ApiKeyList },
  {
    method: 'post',
    path: '/api/v1/api-keys',
    summary: 'Make a key, shown this once; not with a key',
    body: account.ApiKeyCreate,
    status: 201,
    answer: account.ApiKeyCreated,
  },
  {
    method: 'delete',
    path: '/api/v1/api-keys/{id}',
    summary: 'End a key at once',
    status: 204,
    answer: null,
  },
]

const running: Operation[] = [
  {
    method: 'get',
    path: '/api/v1/events',
    summary: 'Live events (server-sent), each data line a LiveEvent',
    query: EventsQuery,
    headers: LastEventId,
    answer: { mediaType: 'text/event-stream' },
  },
  {
    method: 'get',
    path: '/api/v1/openapi.json',
    summary: 'This document',
    answer: z.record(z.string(), z.unknown()),
    open: true,
  },
  {
    method: 'get',
    path: '/api/health',
    summary: 'Whether requests can be served; 503 with reasons when not',
    answer: Health,
    open: true,
  },
]

export const operations: Operation[] = [...reading, ...changing, ...writing, ...person, ...running]
