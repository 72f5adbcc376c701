import { cloneElement, type ReactElement } from 'react'

type TooltipProps = {
  label: string
  shortcut?: string | undefined
  /** an element that passes unknown attributes on */
  children: ReactElement<Record<string, unknown>>
}

/** What TooltipLayer reads. The label is for the eyes: the control has an accessible name of its own. */
export const tooltipOf = (label: string, shortcut?: string) => ({
  'data-tooltip': label,
  'data-tooltip-key': shortcut,
})

export function Tooltip({ label, shortcut, children }: TooltipProps) {
  return cloneElement(children, tooltipOf(label, shortcut))
}
