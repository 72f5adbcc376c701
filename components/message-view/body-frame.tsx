'use client'
import { useTranslations } from 'next-intl'
import { useLayoutEffect, useRef } from 'react'
import { frameAddress } from './frame-address'
import { placeFrame } from './frame-pool'
import { useResolvedTheme } from './resolved-theme'
import { watchDocument } from './watch-document'

/** heights measured before: opening a message again does not jump */
const knownHeights = new Map<string, number>()

/** Sanitized HTML as a document of its own, in which no script ever runs. The frame is as tall as its content. */
export function BodyFrame({ url }: { url: string }) {
  const t = useTranslations('mail')
  const title = t('view.body')
  const theme = useResolvedTheme()
  const place = useRef<HTMLDivElement>(null)

  useLayoutEffect(() => {
    if (!place.current) return
    const src = frameAddress(url, theme)
    const frame = placeFrame(src, place.current)
    frame.title = title
    frame.className = 'block w-full rounded-md border-0 invisible'
    frame.style.colorScheme = theme
    frame.style.height = `${knownHeights.get(src) ?? 120}px`
    const stop = watchDocument(frame, (height) => {
      knownHeights.set(src, height)
      frame.style.height = `${height}px`
      frame.classList.remove('invisible')
    })
    return () => {
      stop()
      frame.remove()
    }
  }, [url, theme, title])
  return <div ref={place} />
}
