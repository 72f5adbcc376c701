'use client'
import { clsx } from 'clsx'
import { useTranslations } from 'next-intl'
import type { Attempt } from '@/lib/contract/outbox'

/** The SMTP dialogue, folded. Who speaks is told by a mark, a word for screen readers, and indentation. */
export function Dialogue({ attempt }: { attempt: Attempt }) {
  const t = useTranslations('outbox')
  const { transcript, number } = attempt
  if (transcript.length === 0) return null
  return (
    <details className="mt-1.5">
      <summary className="w-fit rounded-sm text-ink-soft text-xs hover:text-ink pointer-coarse:py-2.5">
        {t('dialogue', { count: transcript.length })}
      </summary>
      <section
        aria-label={t('dialogueLabel', { number })}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling block must be reachable to be scrolled by keys
        tabIndex={0}
        className="mt-1.5 overflow-x-auto rounded-md border border-hairline bg-paper py-2 font-mono text-xs leading-5"
      >
        <ol>
          {transcript.map(({ from, line, at }, index) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: a transcript is only ever appended to
              key={index}
              title={at}
              className={clsx(
                'flex w-max min-w-full gap-2 whitespace-pre px-3',
                from === 'client' ? 'text-ink' : 'border-outline border-l-2 bg-hover pl-[10px] text-ink-soft',
              )}
            >
              <span aria-hidden className="select-none text-ink-faint">
                {from === 'client' ? '→' : '←'}
              </span>
              <span className="sr-only">{t(from)}: </span>
              {line}
            </li>
          ))}
        </ol>
      </section>
    </details>
  )
}
