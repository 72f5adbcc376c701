'use client'
import { Send } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useProblemText } from '../live/problem-text'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { ErrorState } from '../ui/error-state'
import { Skeleton } from '../ui/skeleton'
import { OutboxRow } from './outbox-row'
import { useNow, type useOutbox } from './use-outbox'

type Props = { outbox: ReturnType<typeof useOutbox>; chosen: string | undefined }

export function OutboxList({ outbox, chosen }: Props) {
  const t = useTranslations('outbox')
  const problem = useProblemText()
  const { items, error, hasNextPage, isFetchingNextPage } = outbox
  const now = useNow(items?.some((item) => item.state === 'held') ?? false)
  if (!items && error) {
    return (
      <ErrorState
        title={t('loadFailed')}
        retry={{ label: t('tryAgain'), onRetry: () => void outbox.refetch() }}
      >
        {problem(error).text}
      </ErrorState>
    )
  }
  if (!items) return <Waiting />
  if (items.length === 0)
    return (
      <EmptyState icon={Send}>
        {t('empty')} {t('emptyHint')}
      </EmptyState>
    )
  return (
    <>
      <ul aria-label={t('list')}>
        {items.map((item) => (
          <OutboxRow key={item.id} item={item} isChosen={item.id === chosen} now={now} />
        ))}
      </ul>
      {hasNextPage ? (
        <div className="flex justify-center p-3">
          <Button disabled={isFetchingNextPage} onClick={() => void outbox.fetchNextPage()}>
            {t('more')}
          </Button>
        </div>
      ) : null}
    </>
  )
}

const places = ['first', 'second', 'third', 'fourth']

function Waiting() {
  return (
    <div aria-hidden className="animate-late">
      {places.map((place) => (
        <div key={place} className="flex flex-col gap-2 border-hairline border-b px-4 py-3">
          <Skeleton className="h-3 w-2/5" />
          <Skeleton className="h-3 w-4/5" />
          <Skeleton className="h-3 w-1/3" />
        </div>
      ))}
    </div>
  )
}
