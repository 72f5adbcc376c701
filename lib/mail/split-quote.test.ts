import { expect, test } from 'vitest'
import { quoteText, withoutSignature } from './quote-text'
import { splitQuote } from './split-quote'

test.each([
  ['On 5 Mar 2024, at 09:12, Jane Roe <jane@x.example> wrote:\n\n> old'],
  ['On Tue, 5 Mar 2024 at 09:12, Jane Roe <jane@x.example>\nwrote:\n> old'],
  ['Am 05.03.24 um 09:12 schrieb Jane Roe:\n> old'],
  ['Le mar. 5 mars 2024 à 09:12, Jane Roe <jane@x.example> a écrit :\n\n> old'],
  ['2024년 3월 5일 (화) 오전 9:12, Jane Roe <jane@x.example>님이 작성:\n\n> old'],
  ['2024年3月5日(火) 9:12 Jane Roe <jane@x.example>:\n\n> old'],
  ['Op di 5 mrt 2024 om 09:12 schreef Jane Roe <jane@x.example>:\n\n> old'],
  ['-----Original Message-----\nFrom: Jane\nSent: today\n\nold'],
  ['________________________________\nVon: Jane Roe <j@x.example>\nGesendet: Dienstag\nAn: Bob\n\nalt'],
  ['보낸 사람: Jane\n보낸 날짜: 2024-03-05\n제목: x\n\nold'],
  ['> old\n> older'],
])('folds %j', (history) => {
  expect(splitQuote(`Thanks!\n\n${history}`)).toEqual({ reply: 'Thanks!', quote: history })
})

test.each([
  ['no history at all\n\nbye'],
  ['> is this right?\nYes.\n> and this?\nNo.'],
  ['FYI\n\n---------- Forwarded message ----------\nFrom: bob@x.example\nDate: today\n\nText'],
  ['> only a quote'],
  ['From: here to there is a long way\n\nreally'],
])('leaves %j whole', (text) => {
  expect(splitQuote(text)).toEqual({ reply: text, quote: '' })
})

test('a hundred thousand lines cost no more than reading them', () => {
  const before = performance.now()
  splitQuote('On 2024 Jane wrote:\n> x\n'.repeat(50_000).concat('own'))
  splitQuote('> x\n'.repeat(100_000).concat('own'))
  expect(performance.now() - before).toBeLessThan(3000)
})

test('quoting deepens what is quoted', () => {
  expect(quoteText('a\n\n> b\n\n')).toBe('> a\n>\n>> b')
  expect(withoutSignature('hello\n\n-- \nJohn')).toBe('hello')
})
