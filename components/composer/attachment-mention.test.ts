import { expect, test } from 'vitest'
import { mentionsAttachment } from './attachment-mention'

test.each([
  ['Please find the report attached.', true],
  ['See the attachment', true],
  ['계약서를 첨부합니다.', true],
  ['I am quite unattached', false],
  ['Thanks.\n\n> the file is attached', false],
  ['점심 먹을까요?', false],
])('%j', (text, mentions) => {
  expect(mentionsAttachment(text)).toBe(mentions)
})
