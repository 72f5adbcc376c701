'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from '../ui/dialog'
import { Kbd } from '../ui/kbd'

const groups = [
  {
    title: 'moving',
    keys: [
      { keys: ['j', '↓'], does: 'next' },
      { keys: ['k', '↑'], does: 'previous' },
      { keys: ['o', 'Enter'], does: 'open' },
      { keys: ['u', 'Esc'], does: 'back' },
    ],
  },
  {
    title: 'acting',
    keys: [
      { keys: ['x'], does: 'select' },
      { keys: ['e'], does: 'archive' },
      { keys: ['#'], does: 'delete' },
      { keys: ['Shift+I'], does: 'markRead' },
      { keys: ['Shift+U'], does: 'markUnread' },
    ],
  },
  {
    title: 'writing',
    keys: [
      { keys: ['c'], does: 'compose' },
      { keys: ['r'], does: 'reply' },
      { keys: ['a'], does: 'replyAll' },
      { keys: ['f'], does: 'forward' },
      { keys: ['/'], does: 'search' },
      { keys: ['?'], does: 'sheet' },
    ],
  },
] as const

export function KeySheet({ onClose }: { onClose: () => void }) {
  const t = useTranslations('mail')
  const common = useTranslations('common')
  return (
    <Dialog
      open
      width="lg"
      onOpenChange={(open) => !open && onClose()}
      title={t('keys.title')}
      closeLabel={common('close')}
    >
      <div className="grid gap-x-8 gap-y-5 sm:grid-cols-3">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-1.5 font-medium text-ink-faint text-xs">{t(`keys.${group.title}`)}</h3>
            <dl>
              {group.keys.map(({ keys, does }) => (
                <div key={does} className="flex h-7 items-center justify-between gap-3">
                  <dt className="truncate text-sm">{t(`keys.${does}`)}</dt>
                  <dd className="flex shrink-0 gap-1">
                    {keys.map((key) => (
                      <Kbd key={key}>{key}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
