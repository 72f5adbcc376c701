'use client'
import { useQuery } from '@tanstack/react-query'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import type { MessageDetail, Summary } from '@/lib/contract/messages'
import { useProblemText } from '../live/problem-text'
import { ErrorState } from '../ui/error-state'
import { Skeleton } from '../ui/skeleton'
import { AttachmentList } from './attachment-list'
import { FoldedMessage } from './folded-message'
import { MessageBody } from './message-body'
import { MessageHeader } from './message-header'
import { messageQuery } from './message-queries'
import { Notices } from './notices'

type MessageArticleProps = {
  message: Summary
  isUnfolded: boolean
  /** undefined: the only message, which cannot be folded */
  onFold: ((isUnfolded: boolean) => void) | undefined
  onReply: (message: MessageDetail) => void
  /** the body is on screen */
  onRead: (message: Summary) => void
}

/** One message of a conversation, folded to a line or whole. */
export function MessageArticle({ message, isUnfolded, onFold, onReply, onRead }: MessageArticleProps) {
  const t = useTranslations('mail')
  return (
    <article
      aria-label={message.subject || t('list.noSubject')}
      className={clsx('border-hairline border-t', isUnfolded ? 'py-4' : 'py-1')}
    >
      {isUnfolded ? (
        <WholeMessage message={message} onFold={onFold} onReply={onReply} onRead={onRead} />
      ) : (
        <FoldedMessage message={message} onUnfold={() => onFold?.(true)} />
      )}
    </article>
  )
}

function WholeMessage({ message, onFold, onReply, onRead }: Omit<MessageArticleProps, 'isUnfolded'>) {
  const { data: detail, error, refetch } = useQuery(messageQuery(message.id))
  const isLoaded = detail !== undefined
  useEffect(() => {
    if (isLoaded) onRead(message)
  }, [isLoaded, message, onRead])

  return (
    <>
      <MessageHeader
        message={message}
        detail={detail}
        onFold={onFold ? () => onFold(false) : undefined}
        onReply={() => detail && onReply(detail)}
      />
      {detail ? <Notices notices={detail.notices} /> : null}
      <div className="mt-3">
        {detail ? (
          <MessageBody message={detail} />
        ) : error ? (
          <BodyError error={error} onRetry={() => void refetch()} />
        ) : (
          <BodySkeleton />
        )}
      </div>
      {detail ? <AttachmentList attachments={shownAttachments(detail)} /> : null}
    </>
  )
}

/** Pictures that stand in the text are not listed again. */
function shownAttachments(message: MessageDetail) {
  return message.attachments.filter((file) => !(file.inline && file.contentId && message.htmlUrl))
}

function BodyError({ error, onRetry }: { error: Error; onRetry: () => void }) {
  const t = useTranslations('mail')
  const common = useTranslations('common')
  const { text, details } = useProblemText()(error)
  return (
    <ErrorState
      title={t('view.messageFailed')}
      retry={{ label: common('tryAgain'), onRetry }}
      details={details ? { label: common('details'), text: details } : undefined}
    >
      {text}
    </ErrorState>
  )
}

function BodySkeleton() {
  return (
    <div className="flex animate-late flex-col gap-3 py-2">
      <Skeleton className="h-3 w-11/12" />
      <Skeleton className="h-3 w-4/5" />
      <Skeleton className="h-3 w-10/12" />
      <Skeleton className="h-3 w-1/2" />
    </div>
  )
}
