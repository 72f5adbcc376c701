export type ShortcutMap = Record<string, (event: KeyboardEvent) => void>

/** The key as the sheet names it: "j", "#", "?", "Shift+I", "Mod+Enter". */
export function nameOfKey(
  event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'metaKey' | 'ctrlKey' | 'altKey'>,
): string {
  const isLetter = /^[a-z]$/i.test(event.key)
  const key = isLetter ? event.key.toLowerCase() : event.key
  const shift = event.shiftKey && (isLetter || event.key.length > 1) ? 'Shift+' : ''
  const mod = event.metaKey || event.ctrlKey ? 'Mod+' : ''
  const shown = shift && isLetter ? key.toUpperCase() : key
  return `${mod}${event.altKey ? 'Alt+' : ''}${shift}${shown}`
}

/** Single keys must not fire while somebody types, or while a dialog or menu is open (WCAG 2.1.4). */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return (
    target.isContentEditable ||
    target.closest(
      'input:not([type=checkbox]), textarea, select, [role=dialog], [role=alertdialog], [role=menu]',
    ) !== null
  )
}
