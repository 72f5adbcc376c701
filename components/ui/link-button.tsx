import { clsx } from 'clsx'
import Link from 'next/link'
import type { ComponentProps } from 'react'
import { type ButtonSize, type ButtonTone, buttonClass } from './button'

type LinkButtonProps = ComponentProps<typeof Link> & { tone?: ButtonTone; size?: ButtonSize }

/** A link that looks like a button: it goes somewhere and does nothing else. */
export function LinkButton({ tone, size, className, ...rest }: LinkButtonProps) {
  return <Link className={clsx(buttonClass(tone, size), className)} {...rest} />
}
