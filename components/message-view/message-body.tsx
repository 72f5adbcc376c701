'use client'
import { useTranslations } from 'next-intl'
import type { MessageDetail } from '@/lib/contract/messages'
import { BodyFrame } from './body-frame'
import { TextBody } from './text-body'

export function MessageBody({ message }: { message: MessageDetail }) {
  const t = useTranslations('mail')
  if (message.htmlUrl) return <BodyFrame url={message.htmlUrl} />
  if (message.text.trim() === '') return <p className="py-1 text-ink-faint">{t('view.emptyBody')}</p>
  return <TextBody text={message.text} />
}
