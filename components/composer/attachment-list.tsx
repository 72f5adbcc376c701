'use client'
import { clsx } from 'clsx'
import { Paperclip, RotateCw, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useFormats } from '../i18n/formats'
import { IconButton } from '../ui/icon-button'
import { Progress } from '../ui/progress'
import type { AttachedFile, Composition } from './composition'
import { canRetry, removeFile, retryFile } from './upload-files'

export function AttachmentList({ composition }: { composition: Composition }) {
  const t = useTranslations('composer')
  if (composition.files.length === 0) return null
  return (
    <ul aria-label={t('files')} className="flex flex-wrap gap-2 px-4 py-2">
      {composition.files.map((file) => (
        <FileRow key={file.id} composeKey={composition.key} file={file} />
      ))}
    </ul>
  )
}

function FileRow({ composeKey, file }: { composeKey: string; file: AttachedFile }) {
  const t = useTranslations('composer')
  const { name } = file
  const isOnItsWay = file.state === 'uploading'
  return (
    <li
      className={clsx(
        'relative flex h-11 min-w-44 max-w-full items-center gap-2 overflow-hidden rounded-md border bg-paper pr-1 pl-2.5',
        file.state === 'failed' ? 'border-danger' : 'border-hairline',
      )}
    >
      <Paperclip size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-ink text-sm leading-4">{name}</span>
        <FileState file={file} />
      </span>
      {file.state === 'failed' && canRetry(file.id) ? (
        <IconButton
          icon={RotateCw}
          size="sm"
          bare
          label={t('file.retry', { name })}
          onClick={() => retryFile(composeKey, file.id)}
        />
      ) : null}
      <IconButton
        icon={X}
        size="sm"
        bare
        label={t(isOnItsWay ? 'file.cancel' : 'file.remove', { name })}
        onClick={() => removeFile(composeKey, file.id)}
      />
      {isOnItsWay ? <FileProgress file={file} /> : null}
    </li>
  )
}

function FileState({ file }: { file: AttachedFile }) {
  const t = useTranslations('composer')
  const { bytes } = useFormats()
  const words = () => {
    if (file.state === 'failed') return t(`file.${file.problem ?? 'refused'}`)
    if (file.state === 'uploading')
      return t('file.progress', { sent: bytes(file.sent), size: bytes(file.size) })
    return t(file.attachmentId ? 'file.forwarded' : 'file.ready', { size: bytes(file.size) })
  }
  return (
    <span
      role={file.state === 'failed' ? 'alert' : undefined}
      className={clsx(
        'figures block text-xs leading-4',
        file.state === 'failed' ? 'text-danger' : 'text-ink-faint',
      )}
    >
      {words()}
    </span>
  )
}

function FileProgress({ file }: { file: AttachedFile }) {
  const t = useTranslations('composer')
  const { bytes } = useFormats()
  return (
    <span className="absolute inset-x-0 bottom-0">
      <Progress
        value={file.sent}
        max={file.size}
        label={t('file.uploading', { name: file.name })}
        valueText={t('file.progress', { sent: bytes(file.sent), size: bytes(file.size) })}
      />
    </span>
  )
}
