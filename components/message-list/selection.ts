/** Which rows are ticked, and from which one Shift counts. */
export type Selection = { keys: ReadonlySet<string>; anchor: string | null }

export const NOTHING_SELECTED: Selection = { keys: new Set(), anchor: null }

/** Ctrl or Cmd click, the checkbox, and x: in or out. */
export function toggle(selection: Selection, key: string): Selection {
  const keys = new Set(selection.keys)
  if (!keys.delete(key)) keys.add(key)
  return { keys, anchor: key }
}

/** Shift click: everything from the anchor to here joins. */
export function extendTo(
  selection: Selection,
  key: string,
  order: readonly string[],
  from?: string,
): Selection {
  const anchor = selection.anchor ?? from ?? key
  const [a, b] = [order.indexOf(anchor), order.indexOf(key)]
  if (a < 0 || b < 0) return toggle(selection, key)
  const range = order.slice(Math.min(a, b), Math.max(a, b) + 1)
  return { keys: new Set([...selection.keys, ...range]), anchor }
}

/** Rows that have left the list are no longer selected. */
export function keepOnly(selection: Selection, order: readonly string[]): Selection {
  const present = new Set(order)
  const keys = [...selection.keys].filter((key) => present.has(key))
  if (keys.length === selection.keys.size) return selection
  const anchor = selection.anchor !== null && present.has(selection.anchor) ? selection.anchor : null
  return { keys: new Set(keys), anchor }
}
