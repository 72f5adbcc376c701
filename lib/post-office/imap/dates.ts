// Dates of the IMAP grammar (RFC 3501 section 9: date, date-time).
import { SyntaxProblem } from './syntax'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** ` 7-Mar-2026 09:05:00 +0000`, without the quotes. */
export function formatDateTime(date: Date): string {
  const day = String(date.getUTCDate()).padStart(2, ' ')
  const time = date.toISOString().slice(11, 19)
  return `${day}-${MONTHS[date.getUTCMonth()]}-${date.getUTCFullYear()} ${time} +0000`
}

/** Reads ` 7-Mar-2026 09:05:00 +0100`. Throws SyntaxProblem. */
export function parseDateTime(text: string): Date {
  const match = /^ ?(\d{1,2})-([A-Za-z]{3})-(\d{4}) (\d\d:\d\d:\d\d) ([+-]\d\d)(\d\d)$/.exec(text)
  if (!match) throw new SyntaxProblem('Not a date and time')
  const [, day = '', month = '', year = '', time = '', hours = '', minutes = ''] = match
  return new Date(`${isoDay(day, month, year)}T${time}${hours}:${minutes}`)
}

/** Reads 7-Mar-2026 as the start of that day in UTC, milliseconds. Throws SyntaxProblem. */
export function parseDay(text: string): number {
  const match = /^(\d{1,2})-([A-Za-z]{3})-(\d{4})$/.exec(text)
  if (!match) throw new SyntaxProblem('Not a date')
  return Date.parse(isoDay(match[1] ?? '', match[2] ?? '', match[3] ?? ''))
}

function isoDay(day: string, month: string, year: string): string {
  const number = MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase()) + 1
  if (number === 0) throw new SyntaxProblem('Not a month')
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`
}
