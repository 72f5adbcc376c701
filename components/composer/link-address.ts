// What may be a link in a message we write: web and mail addresses, nothing that runs or reads files.

export function isLinkable(address: string): boolean {
  return /^(?:https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])/i.test(address.trim())
}

/** What a person typed as an address: `example.com` means https, `a@b.example` mailto. Null when it is neither. */
export function linkAddress(typed: string): string | null {
  const text = typed.trim()
  if (isLinkable(text)) return text
  if (/^[^\s@:/]+@[^\s@:/]+\.[^\s@:/]+$/.test(text)) return `mailto:${text}`
  return /^[^\s:/@]+\.[^\s:@]+$/.test(text) ? `https://${text}` : null
}
