// Rich or plain: whichever the person chose last in this browser.
const NAME = 'posthorn.format'

export function preferredFormat(): 'rich' | 'plain' {
  try {
    return localStorage.getItem(NAME) === 'plain' ? 'plain' : 'rich'
  } catch {
    return 'rich'
  }
}

export function rememberFormat(format: 'rich' | 'plain'): void {
  try {
    localStorage.setItem(NAME, format)
  } catch {
    // storage is off: the choice holds for this message only
  }
}
