// lib/domain/users knows who a person is: accounts, sessions, API keys, sign-in. This file owns table User.
import type { User } from '../../../generated/prisma/client'
import { type Db, db } from '../../db/client'
import { newId } from '../../platform/ids'

export type UserRow = User
export type NewUser = { email: string; name?: string; isAdmin?: boolean; passwordHash?: string }
export type UserChange = Partial<Pick<User, 'name' | 'locale' | 'theme' | 'density'>>

export const insertUser = (user: NewUser) => db().user.create({ data: { id: newId(), ...user } })

/** The row of this address, made when there is none. Two sign-ins at once get the same row. */
export const upsertUser = (email: string, tx: Db = db()) =>
  tx.user.upsert({ where: { email }, create: { id: newId(), email }, update: {} })

export const findUserByEmail = (email: string) => db().user.findUnique({ where: { email } })

export const findUserById = (id: string) => db().user.findUnique({ where: { id } })

export const updateUser = (id: string, change: UserChange) =>
  db().user.update({ where: { id }, data: change })

/** Whether an insert failed because the address is taken. */
export const isTaken = (error: unknown) => (error as { code?: unknown }).code === 'P2002'
