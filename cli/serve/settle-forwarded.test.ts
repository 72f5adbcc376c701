import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { settleForwarded } from './settle-forwarded'

function settled(remoteAddress: string, headers: Record<string, string>) {
  const request = { headers, socket: { remoteAddress } as IncomingMessage['socket'] }
  settleForwarded(request)
  return request.headers
}

test.each(['127.0.0.1', '::ffff:172.18.0.2', '::1'])('a proxy at %s is believed', (peer) => {
  expect(settled(peer, { 'x-forwarded-for': '203.0.113.9' })).toEqual({ 'x-forwarded-for': '203.0.113.9' })
})

test('a browser that talks to us directly is who it is', () => {
  expect(settled('127.0.0.1', {})).toEqual({ 'x-forwarded-for': '127.0.0.1' })
  const spoofed = {
    'x-forwarded-for': '10.0.0.1',
    'x-forwarded-host': 'evil.example',
    'x-real-ip': '10.0.0.1',
  }
  expect(settled('203.0.113.9', spoofed)).toEqual({ 'x-forwarded-for': '203.0.113.9' })
})
