import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type MailLocation, mailPath, readMailLocation } from './mail-location'

const id = fc.uuid()
const text = fc.string({ unit: 'grapheme' }).filter((value) => value.isWellFormed())
const places: fc.Arbitrary<MailLocation> = fc.oneof(
  fc.record({ folderId: id, threadId: fc.option(id, { nil: undefined }), query: fc.constant(undefined) }),
  fc.record({ folderId: fc.constant(undefined), threadId: fc.option(id, { nil: undefined }), query: text }),
)

test('a place written to the address bar is read back the same', () => {
  fc.assert(
    fc.property(places, (place) => {
      const url = new URL(mailPath(place), 'https://mail.example')
      expect(readMailLocation(url.pathname, url.searchParams)).toEqual(place)
    }),
  )
})

test('any path is read without an error, and others are not mail', () => {
  const none = new URLSearchParams()
  expect(readMailLocation('/outbox', none)).toBeNull()
  expect(readMailLocation('/mail/a/b/c', none)).toBeNull()
  expect(readMailLocation('/mail', none)).toEqual({})
  fc.assert(fc.property(fc.string(), (path) => void readMailLocation(path, none)))
})
