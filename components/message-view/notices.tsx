'use client'
import { ImageOff, Info, type LucideIcon, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { Notice } from '@/lib/contract/messages'
import { NoticeLine } from '../ui/notice-line'

const icons: Partial<Record<string, LucideIcon>> = {
  'remote-images': ImageOff,
  'deceptive-links': TriangleAlert,
}

/** One quiet line for each thing the reader should know about this message. Codes we do not know are not hidden. */
export function Notices({ notices }: { notices: Notice[] }) {
  const t = useTranslations('mail')
  if (notices.length === 0) return null
  const textOf = ({ code, detail: given = '' }: Notice): string => {
    // of remote images the hosts matter, not how many there were
    const detail = code === 'remote-images' ? given.replace(/^\d+ /, '') : given
    const key = `notice.${code}`
    if (t.has(key as 'notice.unknown')) return t(key as 'notice.unknown', { detail })
    return detail ? t('notice.unknown', { detail }) : t('notice.unknownPlain')
  }
  return (
    <div className="mt-2 flex flex-col">
      {notices.map((notice) => (
        <NoticeLine
          key={`${notice.code} ${notice.detail}`}
          icon={icons[notice.code] ?? Info}
          tone={notice.code === 'deceptive-links' ? 'warning' : 'plain'}
        >
          {textOf(notice)}
        </NoticeLine>
      ))}
    </div>
  )
}
