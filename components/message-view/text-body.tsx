'use client'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { linkRanges } from '@/lib/mail/linkify'
import { splitQuote } from '@/lib/mail/split-quote'
import { TextFrame } from './text-frame'

/** Plain text as text nodes in a frame, links made clickable, the quoted history folded behind a button. */
export function TextBody({ text }: { text: string }) {
  const t = useTranslations('mail')
  const { reply, quote } = useMemo(() => splitQuote(text), [text])
  const [isUnfolded, setUnfolded] = useState(false)
  const label = isUnfolded ? t('view.hideQuoted') : t('view.showQuoted')
  return (
    <TextFrame>
      <Linked text={reply} />
      {quote ? (
        <>
          <button
            type="button"
            aria-expanded={isUnfolded}
            aria-label={label}
            title={label}
            onClick={() => setUnfolded(!isUnfolded)}
          >
            <Ellipsis size={16} aria-hidden />
          </button>
          {isUnfolded ? (
            <div className="quote">
              <Linked text={quote} />
            </div>
          ) : null}
        </>
      ) : null}
    </TextFrame>
  )
}

function Linked({ text }: { text: string }) {
  const pieces = useMemo(() => {
    let at = 0
    const found = linkRanges(text).map((range) => {
      const before = text.slice(at, range.start)
      at = range.end
      return { before, link: text.slice(range.start, range.end), href: range.href, key: range.start }
    })
    return { found, rest: text.slice(at) }
  }, [text])
  return (
    <>
      {pieces.found.map(({ before, link, href, key }) => (
        <span key={key}>
          {before}
          <a href={href} target="_blank" rel="noopener noreferrer">
            {link}
          </a>
        </span>
      ))}
      {pieces.rest}
    </>
  )
}
