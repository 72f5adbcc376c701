// This file owns tables MessageBody and Attachment.
import type { Prisma } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'

export const findBody = (messageId: string) =>
  db().messageBody.findUnique({
    where: { messageId },
    include: { attachments: { orderBy: { position: 'asc' } } },
  })

export type BodyRow = NonNullable<Awaited<ReturnType<typeof findBody>>>

export type NewBody = Prisma.MessageBodyUncheckedCreateInput
export type NewAttachment = Prisma.AttachmentCreateManyInput

/** Replaces what is stored; two that parsed the same message at once do no harm. */
export async function saveBody(tx: Db, body: NewBody, attachments: NewAttachment[]): Promise<void> {
  const { messageId, ...rest } = body
  await tx.messageBody.upsert({ where: { messageId }, create: body, update: rest })
  const kept = await tx.attachment.findMany({ where: { messageId }, select: { position: true } })
  const known = new Set(kept.map((row) => row.position))
  // ids of attachments are in people's hands: those that are there stay
  await tx.attachment.createMany({
    data: attachments.filter((row) => !known.has(row.position)),
    skipDuplicates: true,
  })
}

export const findAttachment = (id: string) => db().attachment.findUnique({ where: { id } })

export const findAttachmentAt = (messageId: string, position: number) =>
  db().attachment.findUnique({ where: { messageId_position: { messageId, position } } })
