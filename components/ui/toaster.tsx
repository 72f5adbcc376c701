'use client'
import { clsx } from 'clsx'
import { CircleAlert, CircleCheck, X } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { currentToasts, dismissToast, noToasts, subscribeToToasts, type Toast } from './toast-store'

/** The one place where toasts appear, clear of the composers at the right; a live region, so each is read aloud once. Mounted by the root layout. */
export function Toaster({ closeLabel }: { closeLabel: string }) {
  const toasts = useSyncExternalStore(subscribeToToasts, currentToasts, noToasts)
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-24 z-50 flex flex-col items-start gap-2 px-4 max-md:bottom-[76px] max-md:items-center">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} closeLabel={closeLabel} />
      ))}
    </div>
  )
}

function ToastCard({ toast, closeLabel }: { toast: Toast; closeLabel: string }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (toast.lastsMs === null || isHeld) return
    const timer = setTimeout(() => dismissToast(toast.id), toast.lastsMs)
    return () => clearTimeout(timer)
  }, [toast, isHeld])

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at a toast only holds it; nothing to operate
    <div
      role={toast.tone === 'danger' ? 'alert' : 'status'}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex min-h-11 max-w-[min(560px,100%)] animate-rise items-center gap-3 rounded-lg border border-hairline bg-raised py-1.5 pr-1.5 pl-4 text-ink text-sm shadow-float"
    >
      <ToneIcon toast={toast} />
      <span className="min-w-0 py-1">
        <span className="block">{toast.text}</span>
        {toast.detail ? (
          <span className="block break-words text-ink-faint text-xs">{toast.detail}</span>
        ) : null}
      </span>
      {toast.action ? <ToastAction id={toast.id} action={toast.action} /> : null}
      <button
        type="button"
        aria-label={closeLabel}
        onClick={() => dismissToast(toast.id)}
        className="inline-flex size-7 shrink-0 items-center justify-center rounded-md text-ink-faint hover:bg-hover hover:text-ink pointer-coarse:size-11"
      >
        <X size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </div>
  )
}

function ToneIcon({ toast }: { toast: Toast }) {
  if (toast.tone === 'plain') return null
  const Icon = toast.tone === 'danger' ? CircleAlert : CircleCheck
  return (
    <Icon
      size={18}
      strokeWidth={1.75}
      aria-hidden
      className={clsx('shrink-0', toast.tone === 'danger' ? 'text-danger' : 'text-success')}
    />
  )
}

function ToastAction({ id, action }: { id: string; action: NonNullable<Toast['action']> }) {
  return (
    <button
      type="button"
      onClick={() => {
        dismissToast(id)
        action.onAction()
      }}
      className="h-8 shrink-0 rounded-md px-2.5 font-semibold text-link hover:bg-hover pointer-coarse:h-11"
    >
      {action.label}
    </button>
  )
}
