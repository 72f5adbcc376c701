/** Keys pressed while the focus is in a message's frame mean the same as outside of it. */
export function forwardKeys(page: Document): () => void {
  const forward = (event: KeyboardEvent) => {
    const { key, code, shiftKey, ctrlKey, metaKey, altKey } = event
    const copy = new KeyboardEvent('keydown', {
      key,
      code,
      shiftKey,
      ctrlKey,
      metaKey,
      altKey,
      bubbles: true,
      cancelable: true,
    })
    if (!document.body.dispatchEvent(copy)) event.preventDefault()
  }
  page.addEventListener('keydown', forward)
  return () => page.removeEventListener('keydown', forward)
}
