import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { AppError, badField, notFound } from '../platform/errors'
import { answerRead } from './answer'
import { requireFrame } from './answer-body'
import { checkOrigin } from './check-origin'
import { clientAddress, networkOf } from './client-network'
import { contentDisposition, fileNameIn } from './content-disposition'
import { idempotencyKeyOf } from './idempotency-key'
import { problemOf } from './problem'
import { readJson } from './read-json'
import { readQuery } from './read-query'
import { readUpload } from './read-upload'

const ours = ['http://localhost:3000', 'http://127.0.0.1:3000']
const URL_ = 'http://localhost:3000/api/v1/x'
const post = (body: BodyInit, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  new Request(URL_, { method: 'POST', body, headers })
const failureOf = (work: () => unknown) =>
  Promise.resolve()
    .then(work)
    .then(
      () => 'nothing failed',
      (error: unknown) => error,
    )

describe('a change', () => {
  test.each([
    [{ origin: 'http://localhost:3000' }],
    [{ origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'same-origin' }],
  ])('is taken from %j', (headers) => {
    expect(() => checkOrigin('POST', new Headers(headers), ours)).not.toThrow()
  })

  test.each([
    [{}],
    [{ origin: 'null' }],
    [{ origin: 'http://localhost:3001' }],
    [{ origin: 'https://localhost:3000' }],
    [{ origin: 'http://localhost:3000.evil.example' }],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-site' }],
    [{ origin: 'http://localhost:3000', 'sec-fetch-site': 'none' }],
  ])('is refused from %j', (headers) => {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(() => checkOrigin(method, new Headers(headers), ours)).toThrow(AppError)
  })

  test('is not a read', () => {
    expect(() => checkOrigin('GET', new Headers(), ours)).not.toThrow()
  })
})

describe('a problem', () => {
  const read = async (error: unknown) => {
    const response = problemOf(error, 'request-1')
    return { response, problem: await response.json() }
  }

  test('has the status of its kind and the words of the error', async () => {
    const { response, problem } = await read(notFound('message'))
    expect(response.status).toBe(404)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(problem).toEqual({
      type: '/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'No such message.',
      requestId: 'request-1',
    })
  })

  test('names each bad field, and the unknown ones', async () => {
    const schema = z.strictObject({ to: z.array(z.string()) })
    const { problem } = await read(schema.safeParse({ to: ['a', 1], evil: 1, more: 2 }).error)
    expect(problem.status).toBe(400)
    expect(problem.errors.map((error: { path: string }) => error.path)).toEqual(['to.1', 'evil', 'more'])
  })

  test('says when to come again', async () => {
    const { response } = await read(new AppError('too-many', 'too-many', 'x', { retryAfter: 1.2 }))
    expect(response.headers.get('retry-after')).toBe('2')
  })

  test('tells nothing of what was not expected', async () => {
    const { response, problem } = await read(new Error('password is hunter2'))
    expect(response.status).toBe(500)
    expect(JSON.stringify(problem)).not.toContain('hunter2')
  })
})

describe('a body', () => {
  const schema = z.strictObject({ subject: z.string() })

  test('is read by its schema', async () => {
    expect(await readJson(post('{"subject":"ä"}'), schema)).toEqual({ subject: 'ä' })
  })

  test.each([
    ['{"subject":"a\\u0000b"}', 'subject'],
    ['{"subject":"a\\ud800"}', 'subject'],
    ['{', 'body'],
    ['\xff', 'body'],
  ])('%j is refused by the name of its field', async (body, path) => {
    const bytes = Buffer.from(body, 'latin1')
    expect(await failureOf(() => readJson(post(bytes), schema))).toMatchObject({
      kind: 'bad-input',
      fields: [{ path }],
    })
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'of type %s is refused',
    async (type) => {
      const failure = await failureOf(() =>
        readJson(post('{"subject":""}', { 'content-type': type }), schema),
      )
      expect(failure).toMatchObject({ kind: 'bad-input', fields: [{ path: 'Content-Type' }] })
    },
  )

  test('of 13 MB is refused, whatever length was announced', async () => {
    const large = `{"subject":"${'a'.repeat(13 * 1024 * 1024)}"}`
    expect(await failureOf(() => readJson(post(large), schema))).toMatchObject({ kind: 'too-large' })
  })

  test('cannot reach a prototype', async () => {
    const failure = await failureOf(() => readJson(post('{"subject":"","__proto__":{"x":1}}'), schema))
    expect(failure).toBeInstanceOf(z.ZodError)
  })
})

describe('a query', () => {
  const schema = z.strictObject({ q: z.string() })
  const request = (query: string) => new Request(`${URL_}?${query}`)

  test.each(['q=a&q=b', 'q=%00', 'q=a&x=1', ''])('%j is refused', async (query) => {
    expect(await failureOf(() => readQuery(request(query), schema))).toBeInstanceOf(Error)
  })

  test('is read by its schema', () => {
    expect(readQuery(request('q=a%20b'), schema)).toEqual({ q: 'a b' })
  })
})

describe('a read', () => {
  test('is answered 304 to one who has it', async () => {
    const first = answerRead(new Request(URL_), { a: 1 })
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^"[\w-]{27}"$/)
    const again = (value: unknown) =>
      answerRead(new Request(URL_, { headers: { 'if-none-match': `"x", ${etag}` } }), value)
    expect(again({ a: 1 }).status).toBe(304)
    expect(again({ a: 1 }).headers.get('etag')).toBe(etag)
    expect(again({ a: 2 }).status).toBe(200)
  })
})

describe('a file name', () => {
  test.each([
    ['attachment; filename="a.txt"', 'a.txt'],
    ['attachment; filename=a.txt', 'a.txt'],
    ['attachment; filename="x"; filename*=UTF-8\'\'%EB%B3%B4%EA%B3%A0%EC%84%9C.pdf', '보고서.pdf'],
    ['attachment; filename="../../etc/passwd"', 'passwd'],
    ['attachment; filename="C:\\\\temp\\\\x.txt"', 'x.txt'],
  ])('%j is %j', (header, name) => {
    expect(fileNameIn(header)).toBe(name)
  })

  test.each([
    null,
    'attachment',
    "attachment; filename*=UTF-8''a%0D%0AB.txt",
    "attachment; filename*=UTF-8''a%00.txt",
    "attachment; filename*=UTF-8''%ff.txt",
    "attachment; filename*=UTF-8''a%E2%80%AEtxt.exe",
  ])('%j is refused', async (header) => {
    expect(await failureOf(() => fileNameIn(header))).toMatchObject({ fields: [{ path: 'filename' }] })
  })

  test.each(['보고서.pdf', 'a"b\\c.txt', "it's (1)*.txt", 'a\r\nSet-Cookie: x=1', '', '💌.eml'])(
    '%j makes a header of one line that is read back',
    (name) => {
      const header = contentDisposition('attachment', name)
      expect(header).toMatch(/^attachment; filename="[ !#-[\]-~]*"; filename\*=UTF-8''[\w!#$&+^`|~.%-]+$/)
      expect(fileNameIn(header)).toBe(fileNameIn(contentDisposition('attachment', fileNameIn(header))))
    },
  )
})

describe('an upload', () => {
  const headers = { 'content-disposition': 'attachment; filename="a"', 'content-type': 'TEXT/plain; x=y' }
  const drain = async (request: Request, largest?: number) => {
    let size = 0
    for await (const chunk of readUpload(request, largest).stream) size += chunk.byteLength
    return size
  }

  test('is streamed whole', async () => {
    const request = post(Buffer.alloc(300_000), headers)
    expect(readUpload(request)).toMatchObject({ name: 'a', type: 'text/plain' })
    expect(await drain(request)).toBe(300_000)
  })

  test('larger than allowed is refused, announced or not', async () => {
    const announced = { ...headers, 'content-length': '11' }
    expect(await failureOf(() => drain(post('x', announced), 10))).toMatchObject({ kind: 'too-large' })
    expect(await failureOf(() => drain(post('x'.repeat(11), headers), 10))).toMatchObject({
      kind: 'too-large',
    })
  })

  test('cut off on its way is refused', async () => {
    const announced = { ...headers, 'content-length': '100' }
    expect(await failureOf(() => drain(post('only this', announced)))).toMatchObject({ kind: 'bad-input' })
  })

  test('with a type that is none becomes bytes', () => {
    const odd = { ...headers, 'content-type': 'text/html"><script>' }
    expect(readUpload(post('x', odd)).type).toBe('application/octet-stream')
  })
})

describe('a message body', () => {
  test.each([[{}], [{ 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'same-origin' }]])(
    'opens for %j',
    (headers) => {
      expect(() => requireFrame(new Headers(headers))).not.toThrow()
    },
  )

  test.each([
    [{ 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }],
    [{ 'sec-fetch-dest': 'script', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-dest': 'empty', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-dest': 'object', 'sec-fetch-site': 'same-origin' }],
    [{ 'sec-fetch-dest': 'iframe', 'sec-fetch-site': 'cross-site' }],
  ])('does not open for %j', (headers) => {
    expect(() => requireFrame(new Headers(headers))).toThrow(AppError)
  })
})

test('a network is an IPv4 address or an IPv6 /64, by the last hop', () => {
  const address = (value: string) => clientAddress(() => value)
  expect(address('6.6.6.6, 192.0.2.7')).toBe('192.0.2.7')
  expect(address('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(address('"><script>')).toBe('unknown')
  expect(networkOf('2001:db8:0:1:aaaa::1')).toBe(networkOf('2001:0db8::1:ffff:1:2:3'))
  expect(networkOf('2001:db8:0:1::')).not.toBe(networkOf('2001:db8:0:2::'))
  expect(networkOf('::1')).toBe('0:0:0:0::/64')
})

test.each([null, '', 'short', 'x'.repeat(201), 'with space'])('%j is no idempotency key', async (key) => {
  const request = new Request(URL_, { headers: key === null ? {} : { 'idempotency-key': key } })
  expect(await failureOf(() => idempotencyKeyOf(request))).toEqual(
    badField('Idempotency-Key', 'is required: 8 to 200 visible characters, one key for one message'),
  )
})
