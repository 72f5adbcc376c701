import {
  Archive,
  File,
  Folder as FolderShape,
  Inbox,
  type LucideIcon,
  OctagonAlert,
  Send,
  Trash2,
} from 'lucide-react'
import type { FolderRole } from '@/lib/contract/mailboxes'

const icons: Record<FolderRole, LucideIcon> = {
  inbox: Inbox,
  drafts: File,
  sent: Send,
  archive: Archive,
  junk: OctagonAlert,
  trash: Trash2,
}

export const folderIcon = (role: FolderRole | null): LucideIcon => (role === null ? FolderShape : icons[role])
