import { describe, expect, test } from 'vitest'
import type { MessageDetail } from '@/lib/contract/messages'
import { answerTo } from './quote-message'

const words = {
  attribution: 'On Sunday, Bob wrote:',
  forwarded: ['Forwarded message', 'From: Bob <bob@bob.test>'],
}
const own = ['alice@alice.test']

const message: MessageDetail = {
  id: 'msg1',
  threadId: 't1',
  folderId: 'f1',
  uid: 1,
  messageId: '<1@bob.test>',
  subject: 'Lunch',
  from: [{ name: 'Bob', address: 'bob@bob.test' }],
  to: [
    { name: '', address: 'alice@alice.test' },
    { name: 'Kim, Minsu', address: 'kim@kim.test' },
  ],
  cc: [{ name: '', address: 'carol@carol.test' }],
  bcc: [],
  replyTo: [],
  date: null,
  receivedAt: '2026-11-22T12:00:00.000Z',
  size: 100,
  flags: { seen: true, answered: false, flagged: false, draft: false },
  keywords: [],
  hasAttachments: true,
  preview: '',
  inReplyTo: '',
  references: [],
  text: 'Noon <b>?</b>\n-- \nBob',
  htmlUrl: null,
  attachments: [
    { id: 'a1', name: 'menu.pdf', type: 'application/pdf', size: 9, inline: false, contentId: null, url: '' },
    { id: 'a2', name: 'logo.png', type: 'image/png', size: 9, inline: true, contentId: 'x', url: '' },
  ],
  authentication: null,
  notices: [],
}

const typed = (chips?: { typed: string }[]) => chips?.map((chip) => chip.typed)

describe('an answer', () => {
  test('goes to the sender, quotes without signature, leaves room above', () => {
    const answer = answerTo('reply', { message, html: null }, own, words)
    expect(typed(answer.to)).toEqual(['Bob <bob@bob.test>'])
    expect(answer).toMatchObject({
      subject: 'Re: Lunch',
      inReplyTo: 'msg1',
      relation: 'reply',
      text: '\n\nOn Sunday, Bob wrote:\n> Noon <b>?</b>',
    })
    expect(answer.files).toBeUndefined()
  })

  test('to all leaves oneself out and shows Cc', () => {
    const answer = answerTo('reply-all', { message, html: null }, own, words)
    expect(typed(answer.to)).toEqual(['Bob <bob@bob.test>', '"Kim, Minsu" <kim@kim.test>'])
    expect(typed(answer.cc)).toEqual(['carol@carol.test'])
    expect(answer.shown).toEqual({ cc: true, bcc: false })
  })

  test('plain text never becomes markup', () => {
    const answer = answerTo('reply', { message, html: null }, own, words)
    expect(answer.html).not.toContain('<b>')
  })
})

test('a forward keeps the files, not the pictures within the text', () => {
  const forward = answerTo('forward', { message, html: '<p>Noon</p>' }, own, words)
  expect(forward.subject).toBe('Fwd: Lunch')
  expect(forward.files?.map((file) => file.attachmentId)).toEqual(['a1'])
  expect(forward.to).toBeUndefined()
  expect(forward.html).toContain('<p>From: Bob &#60;bob@bob.test&#62;</p>')
  expect(forward.html).toContain('<p>Noon</p>')
})
