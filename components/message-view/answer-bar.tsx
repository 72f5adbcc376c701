'use client'
import { Forward, Reply, ReplyAll } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MessageDetail } from '@/lib/contract/messages'
import { Button } from '../ui/button'

export type AnswerKind = 'reply' | 'reply-all' | 'forward'

type AnswerBarProps = {
  /** the newest message; undefined until it is loaded */
  message: MessageDetail | undefined
  onAnswer: (kind: AnswerKind, message: MessageDetail) => void
}

/** Below the newest message, where reading ends and writing begins. */
export function AnswerBar({ message, onAnswer }: AnswerBarProps) {
  const t = useTranslations('mail')
  const answers = [
    { kind: 'reply', icon: Reply, label: t('action.reply') },
    { kind: 'reply-all', icon: ReplyAll, label: t('action.replyAll') },
    { kind: 'forward', icon: Forward, label: t('action.forward') },
  ] as const
  return (
    <div className="flex flex-wrap gap-2 pt-2 pb-8">
      {answers.map(({ kind, icon: Icon, label }) => (
        <Button key={kind} disabled={!message} onClick={() => message && onAnswer(kind, message)}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          {label}
        </Button>
      ))}
    </div>
  )
}
