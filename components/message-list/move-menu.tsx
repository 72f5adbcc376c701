'use client'
import { FolderInput } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { Folder } from '@/lib/contract/mailboxes'
import { folderIcon } from '../folder-tree/folder-icon'
import { useFolderName } from '../folder-tree/folder-name'
import { type FolderNode, folderNodes } from '../folder-tree/folder-nodes'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem, MenuLabel } from '../ui/menu'

type MoveMenuProps = {
  folders: Folder[]
  /** where the messages are: not offered */
  currentId: string | undefined
  onMove: (folder: Folder) => void
}

function flatten(nodes: FolderNode[]): Folder[] {
  return nodes.flatMap((node) => [node.folder, ...flatten(node.children)])
}

export function MoveMenu({ folders, currentId, onMove }: MoveMenuProps) {
  const t = useTranslations('mail')
  const locale = useLocale()
  const folderName = useFolderName()
  const choices = useMemo(
    () =>
      flatten(folderNodes(folders, locale)).filter((folder) => folder.selectable && folder.id !== currentId),
    [folders, locale, currentId],
  )
  return (
    <Menu align="end" trigger={<IconButton icon={FolderInput} label={t('action.move')} />}>
      <MenuLabel>{t('action.move')}</MenuLabel>
      {choices.map((folder) => (
        <MenuItem key={folder.id} icon={folderIcon(folder.role)} onSelect={() => onMove(folder)}>
          {folderName(folder)}
        </MenuItem>
      ))}
    </Menu>
  )
}
