const PARENT_CHECK = 500

/**
 * Stops once on SIGTERM, SIGINT or SIGHUP, and when npm, which started us, is gone without passing its signal on.
 * The process ends with code 0, or 1 when stopping failed.
 */
export function onStopSignal(stop: () => Promise<void>) {
  const end = () =>
    stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, end)
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && end(), PARENT_CHECK).unref()
}
