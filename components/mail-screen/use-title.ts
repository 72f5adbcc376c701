'use client'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'

/** The tab says how much is unread in the folder on screen. */
export function useTitle(name: string, unread: number): void {
  const t = useTranslations('mail')
  const product = useTranslations('common')('productName')
  useEffect(() => {
    const shown = unread > 0 ? t('titleUnread', { count: unread, name }) : name
    document.title = `${shown} · ${product}`
  }, [t, product, name, unread])
}
