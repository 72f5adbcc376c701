// A sample message into the bytes a mail server would hold.
import MailComposer from 'nodemailer/lib/mail-composer'
import { withCrlf } from '../mime/line-ends'
import { domainOf } from '../people'
import type { Contact, SampleMail } from './sample-mail'

export type BuiltSample = { raw: Buffer; date: Date }

/** Builds the raw message as `owner` has it: what was received carries the trace of its way, what was sent does not. */
export async function buildSample(
  mail: SampleMail,
  owner: Contact,
  all: Map<string, SampleMail>,
  now: Date,
): Promise<BuiltSample> {
  const date = new Date(now.getTime() - mail.hoursAgo * 3_600_000)
  const composer = new MailComposer({
    from: mail.from,
    to: mail.to,
    cc: mail.cc ?? [],
    subject: mail.subject,
    date,
    messageId: messageId(mail),
    ...ancestry(mail, all),
    headers: { ...mail.headers },
    text: mail.text,
    ...(mail.html ? { html: mail.html } : {}),
    ...(mail.invitation ? { icalEvent: { method: 'REQUEST', content: mail.invitation } } : {}),
    attachments: (mail.attachments ?? []).map(({ name, type, content, contentId }) => {
      return { filename: name, contentType: type, content, ...(contentId ? { cid: contentId } : {}) }
    }),
  })
  const body = withCrlf(await composer.compile().build())
  const isReceived = owner.address !== mail.from.address
  return { raw: isReceived ? Buffer.concat([Buffer.from(trace(mail, owner, date)), body]) : body, date }
}

function messageId(mail: SampleMail): string {
  return `<${mail.id}.sample@${domainOf(mail.from.address)}>`
}

function ancestry(
  mail: SampleMail,
  all: Map<string, SampleMail>,
): { inReplyTo?: string; references?: string[] } {
  const chain: string[] = []
  for (let parent = all.get(mail.answers ?? ''); parent; parent = all.get(parent.answers ?? ''))
    chain.unshift(messageId(parent))
  const inReplyTo = chain.at(-1)
  return inReplyTo ? { inReplyTo, references: chain } : {}
}

/** The fields two servers would have put on top. */
function trace(mail: SampleMail, owner: Contact, sent: Date): string {
  const theirs = domainOf(mail.from.address)
  const ours = domainOf(owner.address)
  const at = (seconds: number) =>
    new Date(sent.getTime() + seconds * 1000).toUTCString().replace('GMT', '+0000')
  return [
    `Return-Path: <${mail.from.address}>`,
    `Received: from mail.${theirs} ([192.0.2.17])`,
    `\tby ${ours} (Posthorn demo post office) with ESMTPS`,
    `\tfor <${owner.address}>; ${at(4)}`,
    `Received: from [198.51.100.23] by mail.${theirs} with ESMTPSA; ${at(1)}`,
    '',
  ].join('\r\n')
}
