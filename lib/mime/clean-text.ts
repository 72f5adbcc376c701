const nul = String.fromCharCode(0)

/**
 * The text as it may leave lib/mime: no NUL (PostgreSQL refuses it) and no half surrogate pairs (which are not
 * UTF-8 and which JSON columns refuse).
 */
export function cleanText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes(nul) ? whole.replaceAll(nul, '') : whole
}
