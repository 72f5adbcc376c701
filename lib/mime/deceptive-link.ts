const named = /(?:^|[\s(<"'])(?:https?:\/\/)?((?:[\p{L}\p{N}-]{1,63}\.)+\p{L}{2,24})(?=[/:\s?#)>"']|$)/iu

/**
 * Does the link's text name one host while it leads to another, or does the host mix scripts so as to look like
 * another (RFC 5892 labels whose ASCII form differs)? mailto links deceive when their text names another address.
 */
export function isDeceptiveLink(href: string, text: string): boolean {
  const target = parse(href)
  if (!target) return false
  if (target.protocol === 'mailto:') return deceivesMail(target, text)
  if (target.username !== '' || target.password !== '') return true
  const shown = named.exec(text.slice(0, 500).trim())?.[1]
  const shownHost = shown ? parse(`http://${shown}`)?.hostname : undefined
  return shownHost ? !related(shownHost, target.hostname) : mixesScripts(target.hostname, text)
}

function parse(url: string): URL | null {
  try {
    return new URL(url)
  } catch {
    return null
  }
}

function deceivesMail(target: URL, text: string): boolean {
  const shown = /[^\s<>@]{1,64}@[^\s<>@]{1,255}/.exec(text)?.[0]?.toLowerCase()
  return shown !== undefined && shown !== decodeURIComponent(target.pathname).toLowerCase()
}

/** `www.a.example` and `a.example` belong together; a subdomain of the shown host does too. */
function related(shown: string, target: string): boolean {
  const bare = (host: string) => host.replace(/^www\./, '')
  return bare(target) === bare(shown) || target.endsWith(`.${bare(shown)}`)
}

/** An international host behind a text without any letter beyond ASCII. */
function mixesScripts(host: string, text: string): boolean {
  return /(?:^|\.)xn--/.test(host) && /^[\x20-\x7e]*$/.test(text)
}
