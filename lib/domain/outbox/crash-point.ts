const POINTS = [
  'leased',
  'connected',
  '354-seen',
  'body-committed',
  'mid-body',
  '250-read',
  'accepted-committed',
  'append-sent',
] as const
export type CrashPoint = (typeof POINTS)[number]

/**
 * For tests: the process kills itself (-9) at the point of sending that POSTHORN_CRASH_AT names. Dead in
 * production, unless POSTHORN_TEST=1 says that this is a test of a production build.
 */
export function crashPoint(point: CrashPoint): void {
  if (process.env.POSTHORN_CRASH_AT !== point) return
  if (process.env.NODE_ENV === 'production' && process.env.POSTHORN_TEST !== '1') return
  process.kill(process.pid, 'SIGKILL')
}
