import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OutboxScreen } from '@/components/outbox/outbox-screen'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('outbox'))('title') }
}

export default async function OutboxPage({ params }: { params: Promise<{ id?: string[] }> }) {
  const [chosen, ...more] = (await params).id ?? []
  if (more.length > 0) notFound()
  return <OutboxScreen chosen={chosen} />
}
