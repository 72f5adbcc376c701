import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import en from '../i18n/messages/en/composer.json'
import ko from '../i18n/messages/ko/composer.json'
import { addChips, chipLabel, chipOfMailbox, chipsOf } from './chips'

describe('address chips', () => {
  test.each([
    ['a@x.test, b@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test b@x.test', ['a@x.test', 'b@x.test']],
    ['a@x.test;b@x.test\n', ['a@x.test', 'b@x.test']],
    ['"Kim, Minsu" <kim@x.test>, Bob <b@x.test>', ['kim@x.test', 'b@x.test']],
    [' , ;; ', []],
  ])('%j', (line, addresses) => {
    expect(chipsOf(line).map((chip) => chip.address)).toEqual(addresses)
  })

  test('a bad address among good ones is kept and marked, with what was typed', () => {
    const chips = chipsOf('a@x.test, bob builder, c@x.test')
    expect(chips.map((chip) => chip.problem)).toEqual([null, 'no-address', null])
    expect(chipLabel(chips[1] as (typeof chips)[0])).toBe('bob builder')
  })

  test('each address stands once, however it is written', () => {
    const chips = addChips(chipsOf('Bob@x.test'), chipsOf('"Bob" <bob@X.test>, c@x.test, c@x.test'))
    expect(chips.map((chip) => chip.address)).toEqual(['Bob@x.test', 'c@x.test'])
  })

  test('a sender with a hostile name still makes one good chip', () => {
    const chip = chipOfMailbox({ name: 'Eve, "x" <root@x.test>\r\nBcc: all@x.test', address: 'eve@x.test' })
    expect(chip).toMatchObject({ problem: null, address: 'eve@x.test' })
    expect(chipsOf(chip.typed)).toHaveLength(1)
  })

  test('whatever is pasted: no throw, ids are unique, problems have words in both languages', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.string(), fc.constantFrom('a@b.test', '<', '"', ',', ' '))),
        (bits) => {
          const chips = addChips([], chipsOf(bits.join('')))
          expect(new Set(chips.map((chip) => chip.id)).size).toBe(chips.length)
          for (const { problem } of chips)
            if (problem)
              expect([typeof en.chip[problem], typeof ko.chip[problem]]).toEqual(['string', 'string'])
        },
      ),
    )
  })
})
