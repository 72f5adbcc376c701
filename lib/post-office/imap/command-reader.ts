// Bytes from a client into command lines with their literals (RFC 3501 section 4.3, LITERAL+ RFC 7888).
import type { Socket } from 'node:net'
import type { CommandText } from './syntax'

const MAX_LINE = 64 * 1024

export class InputTooLong extends Error {}

/** Pulls from the socket, so that a client is read no faster than it is answered. */
export class CommandReader {
  private readonly socket: Socket
  private buffer: Buffer = Buffer.alloc(0)
  private isEnded = false

  constructor(socket: Socket) {
    this.socket = socket
    for (const event of ['end', 'close', 'error']) socket.once(event, () => (this.isEnded = true))
  }

  /** One line without its end; null when the client is gone. */
  async line(): Promise<string | null> {
    for (;;) {
      const feed = this.buffer.indexOf(0x0a)
      if (feed >= 0) {
        const line = this.buffer.toString('latin1', 0, feed).replace(/\r$/, '').replaceAll('\0', '?')
        this.buffer = this.buffer.subarray(feed + 1)
        return line
      }
      if (this.buffer.length > MAX_LINE) throw new InputTooLong('Line too long')
      const chunk = await this.pull()
      if (!chunk) return null
      this.buffer = Buffer.concat([this.buffer, chunk])
    }
  }

  /** A whole command; `maxLiteral` limits each literal. Throws InputTooLong; null when the client is gone. */
  async command(maxLiteral: number): Promise<CommandText | null> {
    const literals: Buffer[] = []
    let text = ''
    for (;;) {
      const line = await this.line()
      if (line === null) return null
      const announced = /\{(\d{1,10})(\+?)\}$/.exec(line)
      text += announced ? `${line.slice(0, announced.index)}\0` : line
      if (text.length > MAX_LINE) throw new InputTooLong('Command too long')
      if (!announced) return { text, literals }
      const bytes = await this.literal(Number(announced[1]), announced[2] === '+', maxLiteral)
      if (!bytes) return null
      literals.push(bytes)
    }
  }

  private async literal(length: number, isSentAnyway: boolean, max: number): Promise<Buffer | null> {
    if (length > max) throw new InputTooLong('Literal too long')
    if (!isSentAnyway) this.socket.write('+ Go ahead\r\n')
    const chunks = [this.buffer]
    let have = this.buffer.length
    while (have < length) {
      const chunk = await this.pull()
      if (!chunk) return null
      chunks.push(chunk)
      have += chunk.length
    }
    const all = Buffer.concat(chunks)
    this.buffer = all.subarray(length)
    return all.subarray(0, length)
  }

  private async pull(): Promise<Buffer | null> {
    for (;;) {
      const chunk: Buffer | null = this.socket.read()
      if (chunk) return chunk
      if (this.isEnded) return null
      await new Promise<void>((resolve) => {
        const events = ['readable', 'end', 'close', 'error']
        const done = () => {
          for (const event of events) this.socket.off(event, done)
          resolve()
        }
        for (const event of events) this.socket.on(event, done)
      })
    }
  }
}
