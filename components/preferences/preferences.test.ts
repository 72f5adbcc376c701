import fc from 'fast-check'
import { expect, test } from 'vitest'
import { LIST_WIDTH, readPreferences } from './preferences'

test('any cookie text gives usable preferences', () => {
  fc.assert(
    fc.property(fc.option(fc.string(), { nil: undefined }), (text) => {
      const preferences = readPreferences(() => text)
      expect(['system', 'light', 'dark']).toContain(preferences.theme)
      expect(['comfortable', 'compact']).toContain(preferences.density)
      expect(preferences.listWidth).toBeGreaterThanOrEqual(LIST_WIDTH.min)
      expect(preferences.listWidth).toBeLessThanOrEqual(LIST_WIDTH.max)
    }),
  )
})
