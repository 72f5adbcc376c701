export type ToastTone = 'plain' | 'success' | 'danger'

export type Toast = {
  id: string
  text: string
  /** a second, quieter line: the server's own words, for example */
  detail?: string
  tone: ToastTone
  action?: { label: string; onAction: () => void }
  /** milliseconds until it goes by itself; null keeps it until it is closed */
  lastsMs: number | null
}

export type ToastInput = Omit<Partial<Toast>, 'text'> & { text: string }

let toasts: readonly Toast[] = []
let serial = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Shows a toast, or changes the one with the same id. Answers its id. Without lastsMs: 6 s, with an action 10 s. */
export function showToast(input: ToastInput): string {
  const id = input.id ?? `toast-${++serial}`
  const lastsMs = input.lastsMs === undefined ? (input.action ? 10_000 : 6_000) : input.lastsMs
  const toast: Toast = { tone: 'plain', ...input, id, lastsMs }
  const isShown = toasts.some((shown) => shown.id === id)
  // three are enough: the oldest makes room
  set(isShown ? toasts.map((shown) => (shown.id === id ? toast : shown)) : [...toasts.slice(-2), toast])
  return id
}

export function dismissToast(id: string): void {
  set(toasts.filter((toast) => toast.id !== id))
}

export function subscribeToToasts(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const currentToasts = (): readonly Toast[] => toasts
const none: readonly Toast[] = []
export const noToasts = (): readonly Toast[] => none
