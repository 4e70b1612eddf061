import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConfig } from '../../testing/test-config.ts'
import type { App } from '../ctx.ts'
import { mayReach, outgoingBodyLimit, outgoingFetch, type Resolve } from './outgoing.ts'

const base = testConfig()
const withPrivate = (allowPrivateProviders: boolean) =>
  ({ config: { ...base, auth: { ...base.auth, allowPrivateProviders } } }) as App
const strict = withPrivate(false)
const lenient = withPrivate(true)

let server: Server
let port: number
let answer: (request: IncomingMessage, response: ServerResponse) => void
let seen: IncomingMessage[] = []
beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request)
    answer(request, response)
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  seen = []
  answer = (_, response) => response.end('hello')
})
afterAll(() => server.close())

const always =
  (...addresses: string[]): Resolve =>
  async () =>
    addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))

test.each([
  '127.0.0.1',
  '127.8.8.8',
  '10.1.2.3',
  '172.31.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '192.0.2.1',
  '198.18.0.1',
  '::',
  '::1',
  '::7f00:1',
  '::ffff:127.0.0.1',
  '::ffff:0:127.0.0.1',
  'fe80::1',
  'fe80::1%eth0',
  'fc00::1',
  'fd12:3456::1',
  'fec0::1',
  'ff02::1',
  '2002:7f00:1::1',
  '2001:0:7f00:1::1',
  '2001:db8::1',
  '64:ff9b::7f00:1',
  '64:ff9b::a9fe:a9fe',
  '64:ff9b:1::7f00:1',
  'not an address',
  '',
])('%s is not reached', (address) => expect(mayReach(address)).toBe(false))

test.each(['93.184.215.14', '8.8.8.8', '2606:4700::1111', '64:ff9b::808:808'])('%s is public', (address) =>
  expect(mayReach(address)).toBe(true),
)

test('the operator may let providers of the same network in, but never the metadata of a cloud', () => {
  for (const address of ['127.0.0.1', '10.0.0.1', '::1', 'fd00::1', '100.64.0.1', '::ffff:10.0.0.1'])
    expect(mayReach(address, true), address).toBe(true)
  for (const address of ['169.254.169.254', 'fe80::1', '0.0.0.0', '224.0.0.1', '64:ff9b::a9fe:a9fe'])
    expect(mayReach(address, true), address).toBe(false)
})

test.each([
  ['decimal', 'https://2130706433/'],
  ['octal', 'https://0177.0.0.1/'],
  ['hexadecimal', 'https://0x7f.1/'],
  ['short', 'https://127.1/'],
  ['with a dot at the end', 'https://127.0.0.1./'],
  ['full-width digits', 'https://１２７.0.0.1/'],
  ['IPv6', 'https://[::1]/'],
  ['IPv4 in IPv6', 'https://[::ffff:7f00:1]/'],
  ['NAT64', 'https://[64:ff9b::7f00:1]/'],
  ['metadata', 'https://169.254.169.254/latest/meta-data'],
  ['the own name', 'https://localhost/'],
  ['plain http', 'http://8.8.8.8/'],
  ['a file', 'file:///etc/passwd'],
  ['data', 'data:text/plain,hello'],
  ['credentials', 'https://me:secret@example.com/'],
  ['nonsense', 'https://'],
])('an address inside is refused however it is spelled: %s', async (_, url) => {
  await expect(outgoingFetch(strict)(url)).rejects.toMatchObject({ code: 'outgoing_refused' })
})

test('a name that leads inside is refused before a connection is made, also when only one of its addresses does', async () => {
  for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], []]) {
    const fetch = outgoingFetch(strict, always(...addresses))
    await expect(fetch(`https://rebind.test:${port}/`)).rejects.toMatchObject({ code: 'outgoing_refused' })
  }
  expect(seen).toHaveLength(0)
})

test('a name that is public when looked at and inside a moment later is refused at the connection it would make', async () => {
  let asked = 0
  const rebinding: Resolve = async () => [
    { address: asked++ === 0 ? '127.0.0.1' : '169.254.169.254', family: 4 },
  ]
  answer = (_, response) => response.writeHead(302, { location: `http://rebind.test:${port}/again` }).end()
  const fetch = outgoingFetch(lenient, rebinding)
  await expect(fetch(`http://rebind.test:${port}/`)).rejects.toMatchObject({ code: 'outgoing_refused' })
  expect(asked).toBe(2)
  expect(seen).toHaveLength(1)
})

test('a redirect is checked like the first address', async () => {
  for (const location of ['http://169.254.169.254/', 'file:///etc/passwd', 'http://a:b@127.0.0.1/']) {
    answer = (_, response) => response.writeHead(302, { location }).end()
    await expect(outgoingFetch(lenient)(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({
      code: 'outgoing_refused',
    })
  }
})

test('redirects end, are not followed with a body, and take no credentials along', async () => {
  answer = (_, response) => response.writeHead(302, { location: '/round' }).end()
  const fetch = outgoingFetch(lenient)
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'outgoing_refused' })
  expect(seen).toHaveLength(6)
  await expect(fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x' })).rejects.toMatchObject({
    code: 'outgoing_refused',
  })
  expect((await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' })).status).toBe(302)

  seen = []
  answer = (request, response) =>
    request.url === '/'
      ? response.writeHead(302, { location: `http://localhost:${port}/there` }).end()
      : response.end('there')
  const answered = await outgoingFetch(lenient, always('127.0.0.1'))(`http://127.0.0.1:${port}/`, {
    headers: { authorization: 'Basic c2VjcmV0', accept: 'text/plain' },
  })
  expect(await answered.text()).toBe('there')
  expect(seen[1]!.headers).toMatchObject({ accept: 'text/plain' })
  expect(seen[1]!.headers.authorization).toBeUndefined()
})

test('a large answer is cut off while it comes in, also when it was packed small', async () => {
  const large = Buffer.alloc(outgoingBodyLimit + 1, 'a')
  answer = (_, response) => response.end(large)
  const fetch = outgoingFetch(lenient)
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'outgoing_failed' })
  answer = (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(large))
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'outgoing_failed' })
  answer = (_, response) => response.end(large.subarray(1))
  expect((await (await fetch(`http://127.0.0.1:${port}/`)).arrayBuffer()).byteLength).toBe(outgoingBodyLimit)
})

test('nobody there, a broken answer and an impatient caller are failures with a name', async () => {
  const fetch = outgoingFetch(lenient)
  await expect(fetch('http://127.0.0.1:1/')).rejects.toMatchObject({ code: 'outgoing_failed' })
  answer = (_, response) => response.destroy()
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toMatchObject({ code: 'outgoing_failed' })
  answer = () => {}
  await expect(fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject(
    { code: 'outgoing_failed' },
  )
})

test('what is sent arrives as it was', async () => {
  let body = ''
  answer = (request, response) => {
    request.on('data', (part) => (body += part))
    request.on('end', () =>
      response.writeHead(201, { 'content-type': 'application/json' }).end('{"ok":true}'),
    )
  }
  const answered = await outgoingFetch(lenient)(`http://127.0.0.1:${port}/token`, {
    method: 'POST',
    headers: { 'x-what': 'it' },
    body: new URLSearchParams({ grant_type: 'code' }),
  })
  expect(answered.status).toBe(201)
  expect(await answered.json()).toEqual({ ok: true })
  expect(body).toBe('grant_type=code')
  expect(seen[0]!.headers['content-type']).toContain('application/x-www-form-urlencoded')
})
