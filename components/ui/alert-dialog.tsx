'use client'
import { AlertDialog as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { buttonClass } from './button'

type AlertDialogProps = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  description: ReactNode
  cancelLabel: string
  confirmLabel: string
  onConfirm: () => void
  /** danger for what cannot be undone */
  tone?: 'primary' | 'danger'
}

/** Asks before something that cannot be undone. What can be undone gets a toast with Undo instead. */
export function AlertDialog(props: AlertDialogProps) {
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-appear bg-scrim" />
        <Radix.Content className="-translate-x-1/2 fixed top-[20vh] left-1/2 z-50 w-[calc(100vw-32px)] max-w-[420px] animate-appear rounded-lg border border-hairline bg-raised p-5 text-ink shadow-float focus:outline-none">
          <Radix.Title className="font-semibold text-lg">{props.title}</Radix.Title>
          <Radix.Description className="mt-1 text-ink-soft text-sm">{props.description}</Radix.Description>
          <div className="mt-5 flex justify-end gap-2">
            <Radix.Cancel className={buttonClass('secondary')}>{props.cancelLabel}</Radix.Cancel>
            <Radix.Action className={buttonClass(props.tone ?? 'primary')} onClick={props.onConfirm}>
              {props.confirmLabel}
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
