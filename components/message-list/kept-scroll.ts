/** Where each list was scrolled to, so that a reload and coming back find the same place. Lost with the tab. */
const nameOf = (list: string) => `posthorn.scroll.${list}`

export function readScroll(list: string): number {
  try {
    const kept = Number(sessionStorage.getItem(nameOf(list)))
    return Number.isFinite(kept) && kept > 0 ? kept : 0
  } catch {
    return 0
  }
}

export function keepScroll(list: string, top: number): void {
  try {
    sessionStorage.setItem(nameOf(list), String(Math.round(top)))
  } catch {
    // storage is full or forbidden: the list then begins at its top
  }
}
