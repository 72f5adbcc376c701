// Notices when a text speaks of an attachment. Only the person's own words count, not what is quoted below.

const WORDS = [/\battach(?:ed|ment|ments|ing)?\b/i, /\benclos(?:ed|ure|ing)\b/i, /첨부|붙임|동봉/]

/** True when the own words of `text` mention an attachment. Quoted lines (`>`) and an attribution are skipped. */
export function mentionsAttachment(text: string): boolean {
  return WORDS.some((word) => word.test(ownWords(text)))
}

function ownWords(text: string): string {
  return text
    .split('\n')
    .filter((line) => !line.startsWith('>'))
    .join('\n')
}
