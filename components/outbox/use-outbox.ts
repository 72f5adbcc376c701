'use client'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { fetchOutbox, fetchOutgoing } from '@/lib/api-client/outbox'
import type { Outgoing } from '@/lib/contract/outbox'
import { keys } from '../live/query-keys'

const PAGE = 50
/** Live events tell of every change; while something moves it is also asked for, should an event get lost. */
const MOVING_MS = 5_000

/** Newest first, page by page. */
export function useOutbox() {
  const query = useInfiniteQuery({
    queryKey: [...keys.outbox, 'list'],
    queryFn: ({ pageParam, signal }) =>
      fetchOutbox({ limit: PAGE, ...(pageParam && { cursor: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: ({ state }) => (state.data?.pages[0]?.items.some(isMoving) ? MOVING_MS : false),
  })
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data])
  return { ...query, items }
}

export function useOutgoing(id: string) {
  return useQuery({
    queryKey: keys.outgoing(id),
    queryFn: ({ signal }) => fetchOutgoing(id, signal),
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? MOVING_MS : false),
  })
}

function isMoving({ state, filing }: Outgoing): boolean {
  return state === 'held' || state === 'queued' || state === 'sending' || filing === 'waiting'
}

/** The time now in milliseconds; ticks each second while `isTicking`. */
export function useNow(isTicking: boolean): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    setNow(Date.now())
    if (!isTicking) return
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isTicking])
  return now
}
