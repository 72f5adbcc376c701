import type { TranscriptLine } from '../../protocols/smtp/submission'

/** As it is stored; the adapter has blanked the credentials. */
export const transcriptOf = (lines: TranscriptLine[]) =>
  lines.map(({ at, from, line }) => ({ at: at.toISOString(), from, line }))
