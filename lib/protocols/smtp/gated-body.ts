import { Readable } from 'node:stream'

export type BodyGate = {
  /** awaited before the first byte; a throw drops the message */
  open(): Promise<void>
  onChunk(): void
  onEnd(): void
}

/**
 * The message as a stream that yields no byte before the gate is open. nodemailer pulls from it only after the
 * server's 354; without the gate it could not be told whether a broken connection had begun to carry the body.
 */
export function gatedBody(raw: AsyncIterable<Uint8Array>, gate: BodyGate): Readable {
  async function* bytes() {
    await gate.open()
    for await (const chunk of raw) {
      gate.onChunk()
      yield chunk
    }
    gate.onEnd()
  }
  return Readable.from(bytes(), { objectMode: false })
}
