import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { nextPage } from '@/components/sign-in/next-page'
import { SignInScreen } from '@/components/sign-in/sign-in-screen'
import { parseConfig } from '@/lib/platform/config'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('signIn'))('title') }
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams
  const { isDemo } = parseConfig(process.env)
  return <SignInScreen isDemo={isDemo} next={nextPage(typeof next === 'string' ? next : undefined)} />
}
