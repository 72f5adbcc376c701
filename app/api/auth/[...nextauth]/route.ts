import type { NextRequest } from 'next/server'
import NextAuth from 'next-auth'
import { guardSignIn } from '@/lib/http/guard-sign-in'
import { signInOptions } from '@/lib/http/sign-in'

type Context = { params: Promise<{ nextauth: string[] }> }

const handle = (request: NextRequest, context: Context) =>
  guardSignIn(request, context.params, () => NextAuth(request as never, context as never, signInOptions()))

export { handle as GET, handle as POST }
