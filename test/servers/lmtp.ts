// Hands a raw message to a server by LMTP (RFC 2033), as a mail server would: no relay, no queue, at once.
import net from 'node:net'
import { createInterface } from 'node:readline'

/** Delivers `raw` to one recipient on 127.0.0.1:`port`; resolves when the server has stored it. */
export async function deliverByLmtp(port: number, raw: string | Uint8Array, to: string): Promise<void> {
  const socket = net.connect(port, '127.0.0.1')
  socket.setTimeout(20_000, () => socket.destroy(new Error('LMTP time-out')))
  const replies = createInterface({ input: socket })[Symbol.asyncIterator]()
  const expect = async (digit: string) => {
    for (;;) {
      const { value, done } = await replies.next()
      if (done) throw new Error('LMTP connection closed')
      if (value[3] === '-') continue
      if (value[0] !== digit) throw new Error(`LMTP refused: ${value}`)
      return
    }
  }
  const say = (line: string) => socket.write(`${line}\r\n`)
  try {
    await expect('2')
    for (const line of ['LHLO test', 'MAIL FROM:<>', `RCPT TO:<${to}>`]) {
      say(line)
      await expect('2')
    }
    say('DATA')
    await expect('3')
    socket.write(dotStuffed(Buffer.from(raw)))
    await expect('2')
  } finally {
    socket.destroy()
  }
}

function dotStuffed(raw: Buffer): Buffer {
  const lines = raw.toString('latin1').replace(/\r?\n/g, '\r\n').replace(/^\./gm, '..')
  return Buffer.from(`${lines}${lines.endsWith('\r\n') ? '' : '\r\n'}.\r\n`, 'latin1')
}
