'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { useFormats } from '../i18n/formats'
import type { RowItem } from './row-item'
import { useSenderText } from './sender-text'

/** What a screen reader says for a row: state first, then who, what and when. */
export function useRowLabel(): (row: RowItem) => string {
  const t = useTranslations('mail')
  const formats = useFormats()
  const senderText = useSenderText()
  return useCallback(
    (row) =>
      [
        row.isUnread ? t('list.unread') : '',
        row.latest.flags.flagged ? t('list.flagged') : '',
        row.latest.flags.draft ? t('list.draft') : '',
        senderText(row),
        row.latest.subject || t('list.noSubject'),
        formats.date(row.latest.receivedAt),
        row.count > 1 ? t('list.messageCount', { count: row.count }) : '',
        row.latest.hasAttachments ? t('list.hasAttachments') : '',
        row.folderName ? t('view.folderOf', { folder: row.folderName }) : '',
      ]
        .filter(Boolean)
        .join(', '),
    [t, formats, senderText],
  )
}
