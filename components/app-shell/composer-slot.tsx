'use client'
import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useComposers } from '../composer/composer-store'

const ComposerLayer = dynamic(
  () => import('../composer/composer-layer').then((module) => module.ComposerLayer),
  { ssr: false },
)

/** Copies of what was being written when the page went away; their names begin like this. */
const KEPT = /^posthorn\.(composer|sent)\./

function hasKeptCopies(): boolean {
  try {
    return Object.keys(localStorage).some((name) => KEPT.test(name))
  } catch {
    return false
  }
}

/** Loads the composers when somebody writes, or when something written was left open by the last page. */
export function ComposerSlot() {
  const { requests, open } = useComposers()
  const [isWanted, setWanted] = useState(false)
  const isAsked = requests.length > 0 || open.length > 0
  useEffect(() => {
    if (isAsked || hasKeptCopies()) setWanted(true)
  }, [isAsked])
  return isWanted ? <ComposerLayer /> : null
}
