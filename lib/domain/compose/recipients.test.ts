import { describe, expect, test } from 'vitest'
import { AppError } from '../../platform/errors'
import { recipientsOf } from './recipients'

const fieldsOf = (typed: Partial<Parameters<typeof recipientsOf>[0]>) => {
  try {
    return recipientsOf({ to: [], cc: [], bcc: [], ...typed })
  } catch (error) {
    return error instanceof AppError ? error.fields.map((field) => field.path) : error
  }
}

describe('recipients', () => {
  test.each([
    ['CR LF', 'b@x.test>\r\nRCPT TO:<evil@x.test'],
    ['LF', 'b@x.test\nbcc: evil@x.test'],
    ['CR', 'Bob\r<b@x.test>'],
    ['NUL', 'b@x.test\0'],
    ['two addresses', 'a@x.test, b@x.test'],
    ['a quoted trick', '"e@attacker.test"@x.test'],
    ['nothing', 'nobody'],
  ])('%s is refused with its field', (_, text) => {
    expect(fieldsOf({ to: ['good@x.test', text] })).toEqual(['to.1'])
    expect(fieldsOf({ bcc: [text] })).toEqual(['bcc.0'])
  })

  test('every bad field is named at once', () => {
    expect(fieldsOf({ to: ['x'], cc: ['y'] })).toEqual(['to.0', 'cc.0'])
  })

  test('somebody is needed, and 500 are the most', () => {
    expect(fieldsOf({})).toEqual(['to'])
    const many = Array.from({ length: 251 }, (_, at) => `u${at}@x.test`)
    expect(fieldsOf({ to: many, cc: many.map((address) => `c${address}`) })).toEqual(['to'])
  })

  test('nobody gets two copies', () => {
    expect(fieldsOf({ to: ['Bob <b@x.test>'], bcc: ['b@X.test'] })).toEqual([
      { kind: 'to', name: 'Bob', address: 'b@x.test' },
    ])
  })
})
