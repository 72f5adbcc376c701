'use client'
import Link from 'next/link'
import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react'
import { useGoTo } from './go-to'
import { type MailLocation, mailPath } from './mail-location'

type PlaceLinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  place: Partial<MailLocation>
  ref?: Ref<HTMLAnchorElement>
}

/** A real link (new tab, copy address) that within the mail needs no server to follow. */
export function PlaceLink({ place, onClick, ...rest }: PlaceLinkProps) {
  const goTo = useGoTo()
  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event)
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    if (!isPlain || event.defaultPrevented) return
    event.preventDefault()
    goTo(place)
  }
  return <Link href={mailPath(place)} prefetch={false} onClick={follow} {...rest} />
}
