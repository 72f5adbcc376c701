/** Leaves for the sign-in page and comes back to where the person was. A whole page load: nothing stays in memory. */
export function leaveForSignIn(): void {
  if (location.pathname.startsWith('/sign-in')) return
  const here = location.pathname + location.search
  location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
}
