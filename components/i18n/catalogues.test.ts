import { describe, expect, test } from 'vitest'
import { type Area, catalogues } from './catalogues'

type Tree = { [key: string]: string | Tree }

function flatten(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
  )
  return new Map(entries)
}

/** the argument names of an ICU message, without the texts of its plural branches */
function placeholders(message: string): string[] {
  const names = [...message.matchAll(/\{\s*([A-Za-z][A-Za-z0-9]*)\s*(?=[,}])/g)].map(
    (found) => found[1] ?? '',
  )
  const tags = [...message.matchAll(/<([a-z]+)>/g)].map((found) => `<${found[1]}>`)
  return [...new Set([...names, ...tags])].sort()
}

const areas = Object.keys(catalogues.en) as Area[]

describe.each(areas)('catalogue %s', (area) => {
  const en = flatten(catalogues.en[area])
  const ko = flatten(catalogues.ko[area])

  test('English and Korean have the same keys', () => {
    expect([...ko.keys()].sort()).toEqual([...en.keys()].sort())
  })

  test('English and Korean have the same placeholders', () => {
    const wrong = [...en].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(ko.get(key) ?? '').join(),
    )
    expect(wrong.map(([key]) => key)).toEqual([])
  })

  test('no text is empty, shouted or left in English', () => {
    const bad = [...en, ...ko].filter(([, text]) => text.trim() === '' || text.includes('!'))
    expect(bad).toEqual([])
    const untranslated = [...ko].filter(
      ([key, text]) => text === en.get(key) && /[a-z]{4,} [a-z]{2,}/i.test(text),
    )
    expect(untranslated).toEqual([])
  })
})
