'use client'
import { Search, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { SEARCH_BOX } from './focus-search'
import { useSearchText } from './use-search-text'

/** Results appear in the list while one types. Escape leaves the search. */
export function SearchBox() {
  const t = useTranslations('mail')
  const { text, type, search, leave, isSearching } = useSearchText()
  return (
    <search className="group/search relative block w-full">
      <Search
        size={16}
        strokeWidth={1.75}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-faint"
      />
      <input
        {...{ [SEARCH_BOX]: '' }}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={500}
        aria-label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') search(text)
          if (event.key !== 'Escape') return
          leave()
          event.currentTarget.blur()
        }}
        className="h-9 w-full rounded-md border border-transparent bg-hover pr-9 pl-9 text-base placeholder:text-ink-faint hover:border-hairline focus:border-outline focus:bg-surface focus-visible:outline-offset-0 pointer-coarse:h-11 pointer-coarse:text-lg [&::-webkit-search-cancel-button]:hidden"
      />
      <span className="absolute top-1/2 right-1 -translate-y-1/2">
        {text || isSearching ? (
          <IconButton bare size="sm" icon={X} label={t('search.clear')} onClick={leave} />
        ) : (
          <span className="mr-1.5 group-focus-within/search:hidden pointer-coarse:hidden">
            <Kbd>/</Kbd>
          </span>
        )}
      </span>
    </search>
  )
}
