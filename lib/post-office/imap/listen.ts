import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket } from 'node:net'
import { serveConnection } from './connection'
import type { SignIn } from './session'

export type ImapListener = { port: number; close(): Promise<void> }

/** Listens for IMAP clients of both domains on a loopback port, 0 for a free one. Throws EADDRINUSE. */
export async function listenImap(port: number, signIn: SignIn, clock: () => Date): Promise<ImapListener> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    void serveConnection(socket, signIn, clock)
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      const closed = once(server, 'close')
      server.close()
      for (const socket of sockets) socket.end('* BYE Demo post office closes\r\n', () => socket.destroy())
      await closed
    },
  }
}
