import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { MailScreen } from '@/components/mail-screen/mail-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mail'))('title') }
}

/** /mail, /mail/[folderId], /mail/[folderId]/[threadId]: one page, so that opening a message asks no server for it. */
export default async function MailPage({ params }: { params: Promise<{ path?: string[] }> }) {
  const { path = [] } = await params
  if (path.length > 2) notFound()
  return <MailScreen />
}
