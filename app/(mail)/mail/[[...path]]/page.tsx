import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { type FirstPage, MailScreen } from '@/components/mail-screen/mail-screen'
import { listThreads } from '@/lib/domain/messages/list-threads'
import { mailOf, signedIn } from '../../signed-in'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') }
}

/** /mail, /mail/[folderId], /mail/[folderId]/[threadId]: one page, so that opening a message asks no server for it. */
export default async function MailPage({ params }: { params: Promise<{ path?: string[] }> }) {
  const { path = [] } = await params
  if (path.length > 2) notFound()
  return <MailScreen firstPage={await firstPageOf(path[0])} />
}

/** The head of the folder in the address, of the first inbox without one; null when there is none to show. */
async function firstPageOf(wanted: string | undefined): Promise<FirstPage | null> {
  const user = await signedIn()
  if (!user) return null
  const folders = (await mailOf(user.id)).folders.flatMap((one) => one.folders)
  const folder = folders.find(({ id, role }) => (wanted === undefined ? role === 'inbox' : id === wanted))
  return folder ? { folderId: folder.id, page: await listThreads(user.id, folder.id, { limit: 50 }) } : null
}
