import type { Folder, FolderRole } from '@/lib/contract/mailboxes'

export type FolderNode = { folder: Folder; children: FolderNode[] }

const roleOrder: FolderRole[] = ['inbox', 'drafts', 'sent', 'archive', 'junk', 'trash']

/**
 * Folders as a tree by path and delimiter. Those with a role come first in a fixed order and at the top, wherever
 * the server keeps them ("INBOX.Sent"); the rest by name. A folder whose parent is not listed stands at the top.
 */
export function folderNodes(folders: Folder[], locale: string): FolderNode[] {
  const byPath = new Map(folders.map((folder) => [folder.path, { folder, children: [] as FolderNode[] }]))
  const top: FolderNode[] = []
  for (const node of byPath.values()) {
    const parent = node.folder.role === null ? byPath.get(parentPath(node.folder) ?? '') : undefined
    const isUnderInbox = parent?.folder.role === 'inbox'
    if (parent && parent !== node && !isUnderInbox) parent.children.push(node)
    else top.push(node)
  }
  const names = new Intl.Collator(locale, { numeric: true })
  const sort = (nodes: FolderNode[]): FolderNode[] => {
    nodes.sort((a, b) => rank(a.folder) - rank(b.folder) || names.compare(a.folder.name, b.folder.name))
    for (const node of nodes) sort(node.children)
    return nodes
  }
  return sort(top.filter(isUseful))
}

/** A folder that cannot be opened and holds nothing is only in the way. */
function isUseful(node: FolderNode): boolean {
  node.children = node.children.filter(isUseful)
  return node.folder.selectable || node.children.length > 0
}

function parentPath({ path, delimiter }: Folder): string | undefined {
  const at = delimiter === '' ? -1 : path.lastIndexOf(delimiter)
  return at > 0 ? path.slice(0, at) : undefined
}

function rank({ role }: Folder): number {
  return role === null ? roleOrder.length : roleOrder.indexOf(role)
}
