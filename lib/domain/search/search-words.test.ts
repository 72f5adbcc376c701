import { describe, expect, test } from 'vitest'
import { wordsOf } from './search-words'

describe('a query', () => {
  test.each([
    ['quarterly  figures', ['quarterly', 'figures']],
    ['"two words" one', ['two words', 'one']],
    ['회의록 회의록', ['회의록']],
    ['   ', []],
    ['"open', ['open']],
  ])('%s', (query, words) => expect(wordsOf(query)).toEqual(words))
})
