export const SEARCH_BOX = 'data-search-box'

/** Puts the cursor into the search box that is on screen, with its text selected. */
export function focusSearch(): void {
  const boxes = document.querySelectorAll<HTMLInputElement>(`input[${SEARCH_BOX}]`)
  const shown = [...boxes].find((box) => box.offsetParent !== null)
  shown?.focus()
  shown?.select()
}
