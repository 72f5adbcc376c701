import type { Page } from '@playwright/test'

/** Reads page after page of 50 as the list does, inside the browser; milliseconds until each is parsed. */
export function readPages(page: Page, folderId: string, count: number): Promise<number[]> {
  return page.evaluate(
    async ({ folderId, count }) => {
      const times: number[] = []
      let cursor: string | null = ''
      for (let turn = 0; turn <= count && cursor !== null; turn++) {
        const began = performance.now()
        const query = new URLSearchParams({ limit: '50', ...(cursor ? { cursor } : {}) })
        const response = await fetch(`/api/v1/folders/${folderId}/threads?${query}`)
        const answer: { nextCursor: string | null } = await response.json()
        // the first page is not a next page
        if (turn > 0) times.push(performance.now() - began)
        cursor = answer.nextCursor
      }
      return times
    },
    { folderId, count },
  )
}
