'use client'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { linkRanges } from '@/lib/mail/linkify'
import { splitQuote } from '@/lib/mail/split-quote'

/** Plain text as text nodes, links made clickable, the quoted history folded behind a button. */
export function TextBody({ text }: { text: string }) {
  const t = useTranslations('mail')
  const { reply, quote } = useMemo(() => splitQuote(text), [text])
  const [isUnfolded, setUnfolded] = useState(false)
  const label = isUnfolded ? t('view.hideQuoted') : t('view.showQuoted')
  return (
    <div className="select-text whitespace-pre-wrap break-words py-1 text-ink text-reading [overflow-wrap:anywhere]">
      <Linked text={reply} />
      {quote ? (
        <>
          <button
            type="button"
            aria-expanded={isUnfolded}
            aria-label={label}
            title={label}
            onClick={() => setUnfolded(!isUnfolded)}
            className="my-2 flex h-4 items-center rounded-full border border-hairline px-1.5 text-ink-faint hover:border-outline hover:text-ink pointer-coarse:h-9 pointer-coarse:px-4"
          >
            <Ellipsis size={16} aria-hidden />
          </button>
          {isUnfolded ? (
            <div className="border-hairline border-l-2 pl-3 text-ink-faint">
              <Linked text={quote} />
            </div>
          ) : null}
        </>
      ) : null}
    </div>
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
          <a
            href={href}
            target="_blank"
            rel="noopener noreferrer"
            className="text-link underline underline-offset-2"
          >
            {link}
          </a>
        </span>
      ))}
      {pieces.rest}
    </>
  )
}
