/** Where to go after signing in: a path of our own, never another site. */
export function nextPage(next: string | null | undefined): string {
  const isOwnPath = typeof next === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(next)
  return isOwnPath && !next.startsWith('/sign-in') && !next.startsWith('/api/') ? next : '/mail'
}
