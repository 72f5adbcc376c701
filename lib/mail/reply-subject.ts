import { baseSubject } from './base-subject'

/** `Re: …`, unless the subject already is a reply in any language. */
export function replySubject(subject: string): string {
  return startsWithMark(subject, 'isReply') ? subject.trim() : `Re: ${subject.trim()}`.trim()
}

/** `Fwd: …`, unless the subject already is a forward. */
export function forwardSubject(subject: string): string {
  return startsWithMark(subject, 'isForward') ? subject.trim() : `Fwd: ${subject.trim()}`.trim()
}

/** Only the outermost mark counts: the reply to `Fwd: x` is `Re: Fwd: x`. */
function startsWithMark(subject: string, kind: 'isReply' | 'isForward'): boolean {
  const first = /^\s*([^:：]{1,30})[:：]/u.exec(subject)
  return first !== null && baseSubject(`${first[1]}: x`)[kind]
}
