/**
 * Name and attributes of a cookie of ours. Over https the `__Host-` prefix binds it to this host; over plain http
 * the port is in the name, because cookies do not tell ports apart and two copies may run side by side.
 */
export function cookieOf(purpose: string, appUrl: string) {
  const url = new URL(appUrl)
  const secure = url.protocol === 'https:'
  const name = secure ? `__Host-posthorn-${purpose}` : `posthorn-${url.port || '80'}-${purpose}`
  return { name, options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure } }
}
