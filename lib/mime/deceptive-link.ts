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

/** A link that hides where it leads by its spelling alone: the host or scheme it really names, else null. */
export function disguiseIn(href: string): string | null {
  const scheme = /^\s*(data|file|javascript|vbscript|blob):/i.exec(href)?.[1]
  if (scheme) return `${scheme.toLowerCase()}:`
  const authority = /^\s*https?:[\\/]*([^\\/?#]*)/i.exec(href)?.[1] ?? ''
  return /%[0-9a-f]{2}|[\u3002\uff0e\uff61]/i.test(authority) ? (parse(href.trim())?.hostname ?? null) : null
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
