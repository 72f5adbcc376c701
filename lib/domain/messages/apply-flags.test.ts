import { describe, expect, test } from 'vitest'
import { applyFlags, sameFlags } from './apply-flags'

const none = { seen: false, answered: false, flagged: false, draft: false, keywords: [] }

describe('flags', () => {
  test('are added and removed by name', () => {
    const after = applyFlags(
      { ...none, flagged: true, keywords: ['$Junk'] },
      ['seen', 'work'],
      ['flagged', '$junk'],
    )
    expect(after).toEqual({ ...none, seen: true, keywords: ['work'] })
  })

  test('a keyword is one, whatever its case', () => {
    expect(applyFlags({ ...none, keywords: ['Work'] }, ['work'], []).keywords).toEqual(['work'])
  })

  test('the same flags are the same', () => {
    expect(sameFlags(applyFlags(none, ['b', 'a'], []), applyFlags(none, ['a', 'b'], []))).toBe(true)
    expect(sameFlags(none, { ...none, seen: true })).toBe(false)
  })
})
