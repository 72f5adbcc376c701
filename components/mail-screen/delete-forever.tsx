'use client'
import { useTranslations } from 'next-intl'
import { AlertDialog } from '../ui/alert-dialog'

type DeleteForeverProps = { count: number; onConfirm: () => void; onCancel: () => void }

export function DeleteForever({ count, onConfirm, onCancel }: DeleteForeverProps) {
  const t = useTranslations('mail')
  const common = useTranslations('common')
  return (
    <AlertDialog
      open
      tone="danger"
      onOpenChange={(open) => !open && onCancel()}
      title={t('deleteForever.title', { count })}
      description={t('deleteForever.body')}
      cancelLabel={common('cancel')}
      confirmLabel={t('deleteForever.confirm')}
      onConfirm={onConfirm}
    />
  )
}
