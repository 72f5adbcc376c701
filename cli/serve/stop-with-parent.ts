// Preloaded into every process of the launcher: when the launcher is gone, even by kill -9, so are they.
const PATIENCE = 6_000

function end() {
  process.kill(process.pid, 'SIGTERM')
  setTimeout(() => process.exit(1), PATIENCE).unref()
}

// Ctrl+C reaches the whole group: the launcher decides when each of us ends
process.on('SIGINT', () => {})
process.on('disconnect', end)
// it may have gone before we came to listen
if (!process.connected) end()
// the channel alone must not keep a process alive that has nothing left to do
process.channel?.unref()
