'use client'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { AccountButton } from './account-button'

const load = () => import('./account-menu-content')
const OpenAccountMenu = dynamic(() => load().then((module) => module.OpenAccountMenu), {
  ssr: false,
  loading: () => <AccountButton />,
})

/** A button until it is pressed; the menu's code is fetched when somebody comes near it. */
export function AccountMenu() {
  const [isOpen, setOpen] = useState(false)
  const wasOpen = useRef(false)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // the button is a new one after the menu has gone: the focus comes back to it
    if (!isOpen && wasOpen.current) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (isOpen) return <OpenAccountMenu onClose={() => setOpen(false)} />
  return (
    <AccountButton
      ref={button}
      onPointerEnter={() => void load()}
      onFocus={() => void load()}
      onClick={() => setOpen(true)}
    />
  )
}
