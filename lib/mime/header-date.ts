const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** minutes east of UTC (RFC 5322 section 4.3, and those other clients write) */
const zones: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  cest: 120,
  mest: 120,
  eet: 120,
  eest: 180,
  msk: 180,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  kst: 540,
  ist: 330,
}

const rfc5322 =
  /^(?:[\p{L}.]{2,12}\s{0,5}[,\s]\s{0,5})?(\d{1,3})[\s-]{1,5}(\p{L}{3})\p{L}{0,10}\.?[\s-]{1,5}(\d{2,4})[\s,]{1,5}(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2})(?:[.,]\d{1,9})?)?\s{0,5}(.{0,60})/u
const monthFirst =
  /^(?:[\p{L}.]{2,12},?\s{1,5})(\p{L}{3})\s{1,5}(\d{1,2}),?\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{1,5}([A-Z]{2,5}\s{1,5}|[+-]\d{4}\s{1,5})?(\d{4})/u
const yearThird =
  /^(?:[\p{L}.]{2,12},?\s{1,5})?(\p{L}{3})\p{L}{0,10}\s{1,5}(\d{1,2}),?\s{1,5}(\d{4})\s{1,5}(\d{1,2}):(\d{2})(?::(\d{2}))?\s{0,5}(.{0,60})/u
const iso = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?/i

/**
 * The instant a Date field names (RFC 5322 section 3.3 and the older forms); null when it is unreadable or names no
 * real instant between the years 1900 and 9999. Never the current time.
 */
export function parseHeaderDate(value: string): Date | null {
  const text = value.slice(0, 200).trim()
  const a = rfc5322.exec(text)
  if (a) return instant(year(a[3]), monthOf(a[2]), a[1], a[4], a[5], a[6], a[7])
  const b = monthFirst.exec(text)
  if (b) return instant(Number(b[7]), monthOf(b[1]), b[2], b[3], b[4], b[5], b[6])
  const d = yearThird.exec(text)
  if (d) return instant(Number(d[3]), monthOf(d[1]), d[2], d[4], d[5], d[6], d[7])
  const c = iso.exec(text)
  if (c) return instant(Number(c[1]), Number(c[2]) - 1, c[3], c[4], c[5], c[6], c[7])
  return null
}

const monthOf = (name = '') => months.indexOf(name.toLowerCase())

/** Two and three digits by RFC 5322 section 4.3. */
function year(text = ''): number {
  const number = Number(text)
  if (text.length === 2) return number < 50 ? 2000 + number : 1900 + number
  return text.length === 3 ? 1900 + number : number
}

type Digits = string | undefined

function instant(
  y: number,
  month: number,
  d: Digits,
  h: Digits,
  m: Digits,
  s: Digits,
  zone: Digits,
): Date | null {
  const half = /^\s*([AP])M\b\s*/i.exec(zone ?? '')
  const hour = half ? (Number(h) % 12) + (half[1]?.toUpperCase() === 'P' ? 12 : 0) : Number(h)
  const [day, minute, second] = [Number(d), Number(m), Number(s ?? 0)]
  const offset = zoneMinutes((zone ?? '').slice(half?.[0].length ?? 0))
  if (month < 0 || month > 11 || y < 1900 || y > 9999 || offset === null) return null
  // 60 is a leap second; it becomes the first second of the next minute.
  if (day < 1 || hour > 23 || minute > 59 || second > 60) return null
  if (day > new Date(Date.UTC(y, month + 1, 0)).getUTCDate()) return null
  return new Date(Date.UTC(y, month, day, hour, minute, second) - offset * 60_000)
}

/** Unknown words count as UTC, as RFC 5322 section 4.3 says of -0000; digits out of range are unreadable. */
function zoneMinutes(zone: string): number | null {
  const numeric = /^(?:GMT|UTC|UT)?\s?([+-])(\d{2}):?(\d{2})/i.exec(zone)
  if (numeric) {
    const minutes = Number(numeric[2]) * 60 + Number(numeric[3])
    if (Number(numeric[3]) > 59 || minutes > 24 * 60) return null
    return numeric[1] === '-' ? -minutes : minutes
  }
  const name = /^\(?([a-z]+)/i.exec(zone)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(zones, name) ? (zones[name] ?? 0) : 0
}
