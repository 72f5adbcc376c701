'use client'
import { useEffect, useRef, useState } from 'react'
import { useGoTo } from '../app-shell/go-to'
import { useMailLocation } from '../app-shell/use-mail-location'

/** the pause in typing after which results are shown */
const PAUSE_MS = 220

/** What stands in the box, and what of it the address bar knows. Leaving the search goes back to the folder before. */
export function useSearchText() {
  const place = useMailLocation()
  const goTo = useGoTo()
  const [text, setText] = useState(place?.query ?? '')
  const folder = useRef<string>(undefined)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const query = place?.query
  const isSearching = query !== undefined

  useEffect(() => {
    if (place?.folderId) folder.current = place.folderId
  }, [place?.folderId])
  // the address changed by Back, Forward or a folder link
  useEffect(() => setText((now) => (now.trim() === (query ?? '').trim() ? now : (query ?? ''))), [query])
  useEffect(() => () => clearTimeout(timer.current), [])

  const search = (q: string) => {
    clearTimeout(timer.current)
    goTo({ query: q.trim() }, isSearching ? 'replace' : 'push')
  }
  const leave = () => {
    clearTimeout(timer.current)
    setText('')
    if (isSearching) goTo({ folderId: folder.current })
  }
  const type = (value: string) => {
    setText(value)
    clearTimeout(timer.current)
    if (value.trim() === '') {
      if (isSearching) timer.current = setTimeout(() => search(''), PAUSE_MS)
    } else timer.current = setTimeout(() => search(value), PAUSE_MS)
  }
  return { text, type, search, leave, isSearching }
}
