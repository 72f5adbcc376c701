'use client'
import { useTranslations } from 'next-intl'
import { Dialog } from 'radix-ui'
import { FolderTree } from '../folder-tree/folder-tree'

/** The folders on a phone, from the left edge. */
export function FolderDrawer({ onClose }: { onClose: () => void }) {
  const t = useTranslations('mail')
  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 animate-appear bg-scrim" />
        <Dialog.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 left-0 z-40 w-[min(300px,84vw)] animate-appear overflow-y-auto border-hairline border-r bg-paper p-3 pt-4 shadow-float focus:outline-none"
        >
          <Dialog.Title className="px-2.5 pb-3 font-semibold text-lg">{t('folders.label')}</Dialog.Title>
          <FolderTree onFollow={onClose} />
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  )
}
