import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { CommandReader, InputTooLong } from './command-reader'

async function withPair(work: (client: Socket, server: Socket) => Promise<void>): Promise<void> {
  const listener = createServer({ pauseOnConnect: false }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  const client = connect(typeof address === 'object' ? (address?.port ?? 0) : 0, '127.0.0.1')
  const [server] = (await once(listener, 'connection')) as [Socket]
  try {
    await work(client, server)
  } finally {
    client.destroy()
    server.destroy()
    listener.close()
  }
}

test('commands come out whole, however the bytes are cut', async () => {
  const bytes = Buffer.from('a APPEND INBOX {5+}\r\n\0\r\nxy\r\nb LOGIN {1+}\r\nq {0+}\r\n\r\nc NOOP\r\n')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(bytes.length), { maxLength: 6 }), async (cuts) => {
      await withPair(async (client, server) => {
        const reader = new CommandReader(server)
        const ends = [0, ...cuts.sort((left, right) => left - right), bytes.length]
        for (const [index, end] of ends.entries()) client.write(bytes.subarray(ends[index - 1] ?? 0, end))
        client.end()
        expect(await reader.command(10)).toEqual({
          text: 'a APPEND INBOX \0',
          literals: [Buffer.from('\0\r\nxy')],
        })
        expect(await reader.command(10)).toMatchObject({
          text: 'b LOGIN \0 \0',
          literals: [Buffer.from('q'), Buffer.alloc(0)],
        })
        expect(await reader.command(10)).toEqual({ text: 'c NOOP', literals: [] })
        expect(await reader.command(10)).toBeNull()
      })
    }),
    { numRuns: 30 },
  )
})

test('a literal beyond the limit is refused before it is read', async () => {
  await withPair(async (client, server) => {
    client.write('a LOGIN {5000+}\r\n')
    await expect(new CommandReader(server).command(4096)).rejects.toBeInstanceOf(InputTooLong)
  })
})
