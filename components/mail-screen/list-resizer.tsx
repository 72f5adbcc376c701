'use client'
import { useTranslations } from 'next-intl'
import type { KeyboardEvent, PointerEvent } from 'react'
import { clampListWidth, LIST_WIDTH } from '../preferences/preferences'
import { usePreferences } from '../preferences/preferences-context'
import { rememberListWidth } from '../preferences/remember-preferences'

const STEP = 20

/** The line between list and reading pane: drag it, or focus it and press the arrow keys. */
export function ListResizer() {
  const t = useTranslations('mail')
  const { preferences, setPreferences } = usePreferences()
  const set = (width: number) => {
    const listWidth = clampListWidth(width)
    setPreferences({ listWidth })
    rememberListWidth(listWidth)
  }
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return
    const left = event.currentTarget.parentElement?.getBoundingClientRect().left ?? 0
    set(event.clientX - left)
  }
  const press = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowLeft' ? -STEP : event.key === 'ArrowRight' ? STEP : 0
    if (by === 0) return
    event.preventDefault()
    set(preferences.listWidth + by)
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is a widget, which <hr> is not
    <div
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('shell.resizeList')}
      aria-valuenow={preferences.listWidth}
      aria-valuemin={LIST_WIDTH.min}
      aria-valuemax={LIST_WIDTH.max}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={drag}
      onDoubleClick={() => set(LIST_WIDTH.usual)}
      onKeyDown={press}
      className="relative z-10 w-px shrink-0 cursor-col-resize touch-none bg-hairline after:absolute after:inset-y-0 after:-inset-x-1 hover:bg-outline max-md:hidden"
    />
  )
}
