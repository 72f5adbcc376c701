'use client'
import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import type { Folder } from '@/lib/contract/mailboxes'

/** A folder with a role has a name in the person's language; any other the name it has on the server. */
export function useFolderName(): (folder: Pick<Folder, 'role' | 'name'>) => string {
  const t = useTranslations('mail')
  return useCallback((folder) => (folder.role === null ? folder.name : t(`role.${folder.role}`)), [t])
}
