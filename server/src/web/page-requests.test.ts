import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { sendProblem } from '../platform/http/problems.ts'
import { takePageBodies, webRequest } from './page-requests.ts'

const own = 'https://learn.stoa.test'

/** Pages that answer with the address and the length of the body they were asked with. */
let server: FastifyInstance
beforeAll(async () => {
  server = Fastify()
  server.setErrorHandler(sendProblem)
  takePageBodies(server)
  server.all('/*', async (request, reply) => {
    const page = webRequest(request, reply, own)
    return { url: page.url, length: (await page.arrayBuffer()).byteLength }
  })
  await server.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(() => server.close())

const port = () => (server.server.address() as AddressInfo).port

/** What comes back for bytes that no client library would send. */
async function sent(bytes: string): Promise<string> {
  const socket = connect(port(), '127.0.0.1')
  let answer = ''
  socket.setEncoding('utf8').on('data', (part) => (answer += part))
  socket.end(bytes)
  await once(socket, 'close')
  return answer
}

test('a form reaches its page as it was sent', async () => {
  const form = new URLSearchParams({ title: 'Sailing', words: 'ä'.repeat(1000) }).toString()
  const answer = await server.inject({
    method: 'POST',
    url: '/teach?x=1',
    payload: form,
    headers: { host: 'stoa.test', 'content-type': 'application/x-www-form-urlencoded' },
  })
  expect(answer.json()).toEqual({ url: 'http://stoa.test/teach?x=1', length: form.length })
})

test('a page that is made for others too is finished when its reader leaves', async () => {
  const aborted: boolean[] = []
  const both = Fastify()
  both.get('/*', async (request, reply) => {
    const alone = webRequest(request, reply, own)
    const shared = webRequest(request, null, own)
    await once(reply.raw, 'close')
    aborted.push(alone.signal.aborted, shared.signal.aborted)
  })
  await both.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect((both.server.address() as AddressInfo).port, '127.0.0.1')
  both.server.once('request', () => socket.destroy())
  socket.write('GET / HTTP/1.1\r\nHost: stoa.test\r\n\r\n')
  await vi.waitFor(() => expect(aborted).toEqual([true, false]))
  await both.close()
})

test('a form larger than any page takes is refused, however its length is told', async () => {
  const address = `http://127.0.0.1:${port()}/sign-in`
  const large = Buffer.alloc(11 * 1024 * 1024)
  async function* parts() {
    for (let start = 0; start < large.length; start += 65_536) yield large.subarray(start, start + 65_536)
  }
  for (const body of [large, parts()]) {
    const answer = await fetch(address, { method: 'POST', body, duplex: 'half' } as RequestInit).catch(
      // Refused while it was still sending.
      () => null,
    )
    expect(answer?.status ?? 413).toBe(413)
  }
})

test.each([
  ['two slashes', 'GET // HTTP/1.1\r\nHost: stoa.test\r\n', 'http://stoa.test//'],
  [
    'another host after two slashes',
    'GET //evil.test/a HTTP/1.1\r\nHost: stoa.test\r\n',
    'http://stoa.test//evil.test/a',
  ],
  ['a host that is none', 'GET /a HTTP/1.1\r\nHost: a b\r\n', 'http://localhost/a'],
  [
    'our own host',
    'GET /a HTTP/1.1\r\nHost: learn.stoa.test\r\nX-Forwarded-Proto: http\r\n',
    'https://learn.stoa.test/a',
  ],
  ['no host', 'GET /a HTTP/1.0\r\n', 'http://localhost/a'],
])('an address with %s is a page of ours', async (_what, head, url) => {
  expect(await sent(`${head}Connection: close\r\n\r\n`)).toContain(JSON.stringify(url))
})
