import { Readable } from 'node:stream'
import cookie from '@fastify/cookie'
import Fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerInProcess } from './in-process.ts'

let server: FastifyInstance
beforeAll(async () => {
  server = Fastify({ trustProxy: (_address, hop) => hop === 0 })
  await server.register(cookie)
  server.put('/echo/:name', async (request, reply) => {
    void reply.status(201).setCookie('a', '1').setCookie('b', '2')
    const { ip, method, params, query, body, cookies } = request
    return { ip, method, params, query, body, cookies }
  })
  server.get('/stream', (_request, reply) =>
    reply.type('text/plain').send(Readable.from(['in ', 'small ', 'pieces'])),
  )
  server.get('/torn', (_request, reply) =>
    reply.send(
      Readable.from(
        (async function* () {
          yield 'the first half'
          throw new Error('the disk is gone')
        })(),
      ),
    ),
  )
  server.get('/nothing', (_request, reply) => reply.status(204).send())
  server.get('/broken', () => {
    throw Object.assign(new Error('no tea'), { statusCode: 418 })
  })
  await server.ready()
})
afterAll(() => server.close())

const ask = (url: string, more: { method?: string; headers?: Record<string, string>; body?: Buffer } = {}) =>
  answerInProcess(server, {
    method: more.method ?? 'GET',
    url,
    headers: more.headers ?? {},
    body: more.body,
    remoteAddress: '192.0.2.1',
  })

test('a request without a wire is read like any other', async () => {
  const answer = await ask('/echo/ione?n=1', {
    method: 'PUT',
    headers: { 'content-type': 'application/json', cookie: 'c=3', 'x-forwarded-for': '192.0.2.9' },
    body: Buffer.from('{"words":"Grüße"}'),
  })
  expect(answer.status).toBe(201)
  expect(JSON.parse(answer.body.toString())).toEqual({
    ip: '192.0.2.9',
    method: 'PUT',
    params: { name: 'ione' },
    query: { n: '1' },
    body: { words: 'Grüße' },
    cookies: { c: '3' },
  })
  expect(answer.headers['set-cookie']).toEqual(['a=1; SameSite=Lax', 'b=2; SameSite=Lax'])
  expect(answer.headers['content-type']).toContain('application/json')
})

test('what is answered bit by bit arrives whole', async () => {
  const { status, headers, body } = await ask('/stream')
  expect([status, headers['content-type'], body.toString()]).toEqual([200, 'text/plain', 'in small pieces'])
})

test('an answer that breaks off is none', async () => {
  await expect(ask('/torn')).rejects.toThrow()
})

test('an empty answer, a refusal and an address nobody answers are answers', async () => {
  expect(await ask('/nothing')).toMatchObject({ status: 204, body: Buffer.alloc(0) })
  const refused = await ask('/broken')
  expect(refused.status).toBe(418)
  expect(JSON.parse(refused.body.toString())).toMatchObject({ message: 'no tea' })
  expect((await ask('/nowhere')).status).toBe(404)
})
