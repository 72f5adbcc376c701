'use client'
import { clsx } from 'clsx'
import { Check, type LucideIcon } from 'lucide-react'
import { DropdownMenu as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Kbd } from './kbd'

const itemClass = clsx(
  'flex h-8 select-none items-center gap-2.5 rounded-sm px-2 text-ink text-sm outline-none pointer-coarse:h-11',
  'data-[highlighted]:bg-hover data-[disabled]:text-ink-faint data-[disabled]:opacity-60',
)

type MenuProps = {
  /** one element that takes a ref: a Button or an IconButton */
  trigger: ReactNode
  children: ReactNode
  align?: 'start' | 'end'
  open?: boolean
  onOpenChange?: (open: boolean) => void
}

export function Menu({ trigger, children, align = 'start', open, onOpenChange }: MenuProps) {
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[min(420px,var(--radix-dropdown-menu-content-available-height))] min-w-[200px] max-w-[320px] animate-appear overflow-y-auto rounded-lg border border-hairline bg-raised p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

type MenuItemProps = {
  children: ReactNode
  onSelect: () => void
  icon?: LucideIcon
  shortcut?: string
  disabled?: boolean
  tone?: 'plain' | 'danger'
}

export function MenuItem({ children, onSelect, icon: Icon, shortcut, disabled, tone }: MenuItemProps) {
  return (
    <Radix.Item
      onSelect={onSelect}
      disabled={disabled}
      className={clsx(itemClass, tone === 'danger' && 'text-danger')}
    >
      {Icon ? <Icon size={16} strokeWidth={1.75} aria-hidden className="shrink-0 text-ink-faint" /> : null}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut ? <Kbd>{shortcut}</Kbd> : null}
    </Radix.Item>
  )
}

type MenuCheckItemProps = {
  children: ReactNode
  checked: boolean
  onCheckedChange: (checked: boolean) => void
}

export function MenuCheckItem({ children, checked, onCheckedChange }: MenuCheckItemProps) {
  return (
    <Radix.CheckboxItem checked={checked} onCheckedChange={onCheckedChange} className={itemClass}>
      <span className="flex size-4 shrink-0 items-center justify-center">
        <Radix.ItemIndicator>
          <Check size={16} strokeWidth={2} aria-hidden />
        </Radix.ItemIndicator>
      </span>
      <span className="min-w-0 flex-1 truncate">{children}</span>
    </Radix.CheckboxItem>
  )
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <Radix.Label className="px-2 pt-2 pb-1 font-medium text-ink-faint text-xs">{children}</Radix.Label>
}

export function MenuSeparator() {
  return <Radix.Separator className="my-1 h-px bg-hairline" />
}
