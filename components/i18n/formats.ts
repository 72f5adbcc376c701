'use client'
import { useLocale } from 'next-intl'
import { useMemo } from 'react'

export type Formats = {
  /** for lists: 14:32 today, 12 Mar this year, 12 Mar 2024 before */
  date: (instant: string | Date) => string
  time: (instant: string | Date) => string
  /** whole, for tooltips and headers of messages */
  dateTime: (instant: string | Date) => string
  number: (value: number) => string
  /** file sizes, 1 kB = 1000 bytes */
  bytes: (value: number) => string
}

/** The one place where dates, numbers and sizes become text. Dates in the time zone of `timeZone` or the browser's. */
export function makeFormats(tag: string, now: () => Date = () => new Date(), timeZone?: string): Formats {
  const zone = timeZone ? { timeZone } : {}
  // newer locale data writes Korean times as "PM 2:32", which nobody in Korea does
  const clock: Intl.DateTimeFormatOptions = /^ko\b/.test(tag) ? { hourCycle: 'h23', ...zone } : zone
  const time = new Intl.DateTimeFormat(tag, { timeStyle: 'short', ...clock })
  const day = new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', ...zone })
  const year = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', ...zone })
  const whole = new Intl.DateTimeFormat(tag, { dateStyle: 'full', timeStyle: 'short', ...clock })
  const key = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', ...zone })
  const number = new Intl.NumberFormat(tag)

  const guard = (format: Intl.DateTimeFormat) => (instant: string | Date) => {
    const date = new Date(instant)
    return Number.isNaN(date.getTime()) ? '' : format.format(date)
  }
  return {
    date(instant) {
      const date = new Date(instant)
      if (Number.isNaN(date.getTime())) return ''
      const [then, today] = [key.format(date), key.format(now())]
      if (then === today) return time.format(date)
      return (then.slice(0, 4) === today.slice(0, 4) ? day : year).format(date)
    },
    time: guard(time),
    dateTime: guard(whole),
    number: (value) => number.format(value),
    bytes: (value) => formatBytes(tag, value),
  }
}

function formatBytes(tag: string, value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const step = value < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(value) / 3))
  const amount = value / 1000 ** step
  const maximumFractionDigits = step === 0 || amount >= 10 ? 0 : 1
  const unitDisplay = step === 0 ? 'long' : 'short'
  return new Intl.NumberFormat(tag, {
    style: 'unit',
    unit: units[step],
    unitDisplay,
    maximumFractionDigits,
  }).format(amount)
}

/** The person's language, in the variant of their browser when it speaks the same one (en-GB, en-US). */
function regionalTag(locale: string): string {
  const browser = typeof navigator === 'undefined' ? '' : navigator.language
  return browser.split('-')[0] === locale ? browser : locale
}

export function useFormats(): Formats {
  const locale = useLocale()
  return useMemo(() => makeFormats(regionalTag(locale)), [locale])
}
