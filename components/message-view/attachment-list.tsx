'use client'
import { Download } from 'lucide-react'
import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Attachment } from '@/lib/contract/messages'
import { useFormats } from '../i18n/formats'
import { attachmentIcon, canPreview } from './attachment-icon'

const ImagePreview = dynamic(() => import('./image-preview').then((module) => module.ImagePreview), {
  ssr: false,
})

export function AttachmentList({ attachments }: { attachments: Attachment[] }) {
  const t = useTranslations('mail')
  const [shown, setShown] = useState<Attachment | null>(null)
  if (attachments.length === 0) return null
  return (
    <section aria-label={t('view.attachments', { count: attachments.length })} className="mt-4">
      <h3 className="mb-2 font-medium text-ink-faint text-xs">
        {t('view.attachments', { count: attachments.length })}
      </h3>
      <ul className="flex flex-wrap gap-2">
        {attachments.map((attachment) => (
          <li key={attachment.id} className="min-w-0 max-w-full">
            <AttachmentChip attachment={attachment} onPreview={() => setShown(attachment)} />
          </li>
        ))}
      </ul>
      {shown ? <ImagePreview attachment={shown} onClose={() => setShown(null)} /> : null}
    </section>
  )
}

function AttachmentChip({ attachment, onPreview }: { attachment: Attachment; onPreview: () => void }) {
  const t = useTranslations('mail')
  const formats = useFormats()
  const name = attachment.name || t('view.unnamedFile')
  const size = attachment.size < 0 ? t('view.unknownSize') : formats.bytes(attachment.size)
  const Icon = attachmentIcon(attachment.type)
  const isImage = canPreview(attachment.type)
  const face = (
    <>
      {isImage ? (
        // biome-ignore lint/performance/noImgElement: attacker images are never decoded on the server
        <img
          src={`${attachment.url}?inline=1`}
          alt=""
          loading="lazy"
          className="size-10 rounded-sm object-cover"
        />
      ) : (
        <span className="flex size-10 items-center justify-center rounded-sm bg-hover text-ink-soft">
          <Icon size={18} strokeWidth={1.75} aria-hidden />
        </span>
      )}
      <span className="min-w-0 flex-1 text-left">
        <span className="block truncate text-ink text-sm">{name}</span>
        <span className="figures block text-ink-faint text-xs leading-4">{size}</span>
      </span>
    </>
  )
  const faceClass = 'flex min-w-0 flex-1 items-center gap-2.5 rounded-md p-1'
  return (
    <div className="flex w-[260px] max-w-full items-center rounded-md border border-hairline pr-1 hover:border-outline">
      {isImage ? (
        <button
          type="button"
          className={faceClass}
          aria-label={t('view.preview', { name })}
          onClick={onPreview}
        >
          {face}
        </button>
      ) : (
        <a
          href={attachment.url}
          download={name}
          className={faceClass}
          aria-label={t('view.attachmentName', { name, size })}
        >
          {face}
        </a>
      )}
      <a
        href={attachment.url}
        download={name}
        aria-label={t('view.download', { name })}
        title={t('view.download', { name })}
        className="inline-flex size-8 shrink-0 items-center justify-center rounded-md text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <Download size={16} strokeWidth={1.75} aria-hidden />
      </a>
    </div>
  )
}
