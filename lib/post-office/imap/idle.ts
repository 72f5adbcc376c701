// IDLE (RFC 2177): the client waits, the server tells of changes as they happen.
import type { ImapSession } from './session'
import { SyntaxProblem } from './syntax'

export async function idle(session: ImapSession): Promise<string> {
  const { store } = session
  let isTelling: Promise<void> = Promise.resolve()
  const tell = () => {
    isTelling = isTelling.then(() => session.tellNews(false))
  }
  await session.line('+ idling')
  store.on('change', tell)
  tell()
  try {
    const line = await session.reader.line()
    await isTelling
    if (line?.toUpperCase() !== 'DONE') throw new SyntaxProblem('Expected DONE')
  } finally {
    store.off('change', tell)
  }
  return 'IDLE completed'
}
