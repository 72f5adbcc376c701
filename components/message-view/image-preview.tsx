'use client'
import { useTranslations } from 'next-intl'
import type { Attachment } from '@/lib/contract/messages'
import { buttonClass } from '../ui/button'
import { Dialog } from '../ui/dialog'

export function ImagePreview({ attachment, onClose }: { attachment: Attachment; onClose: () => void }) {
  const t = useTranslations('mail')
  const common = useTranslations('common')
  const name = attachment.name || t('view.unnamedFile')
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={(open) => !open && onClose()}
      title={name}
      closeLabel={common('close')}
      footer={
        <a href={attachment.url} download={name} className={buttonClass('primary')}>
          {t('view.download', { name })}
        </a>
      }
    >
      {/* biome-ignore lint/performance/noImgElement: attacker images are never decoded on the server */}
      <img
        src={`${attachment.url}?inline=1`}
        alt={name}
        className="mx-auto max-h-[56vh] max-w-full object-contain"
      />
    </Dialog>
  )
}
