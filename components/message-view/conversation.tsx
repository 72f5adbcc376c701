'use client'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ApiProblem } from '@/lib/api-client/problem'
import type { MessageDetail, Summary, ThreadDetail } from '@/lib/contract/messages'
import { useProblemText } from '../live/problem-text'
import { threadQuery } from '../thread-actions/resolve-messages'
import { ErrorState } from '../ui/error-state'
import { Skeleton } from '../ui/skeleton'
import { AnswerBar, type AnswerKind } from './answer-bar'
import { MessageArticle } from './message-article'
import { messageQuery } from './message-queries'
import { opensAtFirst } from './open-at-first'

type ConversationProps = {
  threadId: string
  onAnswer: (kind: AnswerKind, message: MessageDetail) => void
  onRead: (message: Summary) => void
}

/** All messages of a conversation, of all folders, oldest first. Give it the thread's id as key. */
export function Conversation({ threadId, onAnswer, onRead }: ConversationProps) {
  const { data: thread, error, refetch } = useQuery(threadQuery(threadId))
  if (thread) return <Messages thread={thread} onAnswer={onAnswer} onRead={onRead} />
  if (error) return <ConversationError error={error} onRetry={() => void refetch()} />
  return <ConversationSkeleton />
}

type MessagesProps = Omit<ConversationProps, 'threadId'> & { thread: ThreadDetail }

function Messages({ thread, onAnswer, onRead }: MessagesProps) {
  const t = useTranslations('mail')
  const client = useQueryClient()
  const { messages } = thread
  const [unfolded, setUnfolded] = useState(
    () => new Set(messages.filter(opensAtFirst(messages)).map((m) => m.id)),
  )
  const fold = (id: string, isUnfolded: boolean) =>
    setUnfolded((now) => {
      const next = new Set(now)
      if (isUnfolded) next.add(id)
      else next.delete(id)
      return next
    })
  const newest = messages.at(-1)
  const { data: answerable } = useQuery(
    { ...messageQuery(newest?.id ?? ''), enabled: newest !== undefined },
    client,
  )
  const isOnly = messages.length === 1
  return (
    <div className="mx-auto w-full max-w-[760px] px-6 pt-5 max-md:px-4">
      <h2 className="mb-2 select-text break-words font-semibold text-xl">
        {thread.subject || t('list.noSubject')}
      </h2>
      {messages.map((message) => (
        <MessageArticle
          key={message.id}
          message={message}
          isUnfolded={isOnly || message === newest || unfolded.has(message.id)}
          onFold={isOnly || message === newest ? undefined : (isUnfolded) => fold(message.id, isUnfolded)}
          onReply={(detail) => onAnswer('reply', detail)}
          onRead={onRead}
        />
      ))}
      <AnswerBar message={answerable} onAnswer={onAnswer} />
    </div>
  )
}

function ConversationError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('mail')
  const common = useTranslations('common')
  const { text, details } = useProblemText()(error)
  if (error instanceof ApiProblem && error.status === 404) return <ErrorState title={t('view.gone')} />
  return (
    <ErrorState
      title={t('view.failed')}
      retry={{ label: common('tryAgain'), onRetry }}
      details={details ? { label: common('details'), text: details } : undefined}
    >
      {text}
    </ErrorState>
  )
}

function ConversationSkeleton() {
  return (
    <div aria-hidden className="mx-auto w-full max-w-[760px] animate-late px-6 pt-5 max-md:px-4">
      <Skeleton className="my-1.5 h-4 w-3/5" />
      <div className="mt-6 flex items-center gap-3">
        <Skeleton className="size-9 rounded-full" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="h-3 w-32" />
          <Skeleton className="h-2.5 w-24" />
        </div>
      </div>
      <div className="mt-6 flex flex-col gap-3">
        <Skeleton className="h-3 w-11/12" />
        <Skeleton className="h-3 w-4/5" />
        <Skeleton className="h-3 w-10/12" />
      </div>
    </div>
  )
}
