'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { forwardKeys } from './forward-keys'
import { useResolvedTheme } from './resolved-theme'

/** heights measured before: opening a message again does not jump */
const knownHeights = new Map<string, number>()

/**
 * Sanitized HTML as a document of its own. No script runs in it, ever: `allow-same-origin` is there so that this
 * page can measure it, and must never stand beside `allow-scripts`. The frame is as tall as its content.
 */
export function BodyFrame({ src }: { src: string }) {
  const t = useTranslations('mail')
  const theme = useResolvedTheme()
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(knownHeights.get(src) ?? 120)
  const [isPainted, setPainted] = useState(false)

  useEffect(() => {
    const element = frame.current
    if (!element) return
    let stop: (() => void) | undefined
    const watch = () => {
      stop?.()
      stop = watchDocument(element, (measured) => {
        knownHeights.set(src, measured)
        setHeight(measured)
        setPainted(true)
      })
    }
    // the frame may have loaded before this effect ran
    if (element.contentDocument?.readyState === 'complete' && element.contentDocument.URL !== 'about:blank')
      watch()
    element.addEventListener('load', watch)
    return () => {
      element.removeEventListener('load', watch)
      stop?.()
    }
  }, [src])

  return (
    <iframe
      ref={frame}
      title={t('view.body')}
      src={`${src}?theme=${theme}`}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      className={clsx('block w-full rounded-md border-0', !isPainted && 'invisible')}
      style={{ height, colorScheme: theme }}
    />
  )
}

function watchDocument(element: HTMLIFrameElement, onHeight: (height: number) => void): () => void {
  const page = element.contentDocument
  if (!page?.body) return () => undefined
  const measure = () => {
    const scrollbar = page.documentElement.scrollWidth > element.clientWidth ? 16 : 0
    onHeight(Math.ceil(page.body.getBoundingClientRect().height) + scrollbar)
  }
  const observer = new ResizeObserver(measure)
  observer.observe(page.body)
  const stopForwarding = forwardKeys(page)
  measure()
  return () => {
    observer.disconnect()
    stopForwarding()
  }
}
