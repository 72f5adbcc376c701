// Characters that have no place in a name, a subject or a file name, because they change how others are shown.

/** C0 and C1 controls, DEL, line and paragraph separators */
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding controls is the purpose
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/
/** marks, embeddings, overrides and isolates that reorder text (UAX #9) */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/
/** half of a surrogate pair, and code points that are never characters */
const broken = /[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]/u

export type UnsafeKind = 'control-character' | 'bidi-character' | 'broken-character'

/** What kind of unsafe character the text holds, null when none. */
export function unsafeKindIn(text: string): UnsafeKind | null {
  if (control.test(text)) return 'control-character'
  if (bidi.test(text)) return 'bidi-character'
  if (broken.test(text)) return 'broken-character'
  return null
}

const allUnsafe = new RegExp(`${control.source}|${bidi.source}|${broken.source}`, 'gu')

/** The text with each run of unsafe characters replaced (by a space unless told). */
export function withoutUnsafe(text: string, replacement = ' '): string {
  return text.replace(allUnsafe, replacement)
}
