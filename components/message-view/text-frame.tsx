'use client'
import { useTranslations } from 'next-intl'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { forwardKeys } from './forward-keys'
import { useResolvedTheme } from './resolved-theme'
import { prepareTextPage } from './text-page'

/**
 * The frame of a plain-text body: the same place and title as for HTML, but nothing is loaded. React draws text
 * nodes into the empty document, which is as tall as its content.
 */
export function TextFrame({ children }: { children: ReactNode }) {
  const t = useTranslations('mail')
  const theme = useResolvedTheme()
  const frame = useRef<HTMLIFrameElement>(null)
  const [body, setBody] = useState<HTMLElement | null>(null)
  const [height, setHeight] = useState(120)

  // some browsers put a new empty document in place after the first: drawn again when the frame says "load"
  const prepare = () => {
    const page = frame.current?.contentDocument
    if (page) setBody(prepareTextPage(page, theme))
  }
  useLayoutEffect(prepare, [theme])
  useLayoutEffect(() => {
    if (!body) return
    const tell = () => setHeight(Math.ceil(body.getBoundingClientRect().height))
    const observer = new ResizeObserver(tell)
    observer.observe(body)
    tell()
    return () => observer.disconnect()
  }, [body])
  useEffect(() => (body ? forwardKeys(body.ownerDocument) : undefined), [body])

  return (
    <>
      <iframe
        ref={frame}
        title={t('view.body')}
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        onLoad={prepare}
        className="block w-full border-0"
        style={{ height, colorScheme: theme }}
      />
      {body ? createPortal(children, body) : null}
    </>
  )
}
