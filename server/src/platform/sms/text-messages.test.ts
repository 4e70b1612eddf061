import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConfig } from '../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { noOrganization } from '../ctx.ts'
import { queueText, type TextMessage } from './text-messages.ts'

/** A provider that speaks Twilio's protocol. */
let received: Array<{ path: string; headers: IncomingHttpHeaders; form: Record<string, string> }> = []
let answer: () => { status: number; body: unknown } = () => ({ status: 201, body: { sid: 'SM1' } })
const provider = createServer(async (request, reply) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
  received.push({ path: request.url ?? '', headers: request.headers, form })
  const { status, body } = answer()
  reply.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
})
let stoa: TestStoa

const settings = (from: string) => ({
  auth: {
    ...testConfig().auth,
    twilio: {
      accountSid: 'AC123',
      authToken: 'token',
      from,
      url: `http://127.0.0.1:${(provider.address() as AddressInfo).port}`,
    },
  },
})

beforeAll(async () => {
  provider.listen(0, '127.0.0.1')
  await once(provider, 'listening')
  stoa = await testStoa(settings('+15005550006'))
})
afterAll(async () => {
  await stoa.close()
  provider.closeAllConnections()
  provider.close()
})
beforeEach(async () => {
  received = []
  answer = () => ({ status: 201, body: { sid: 'SM1' } })
  await stoa.sql('delete from platform.text_messages')
})

const message: TextMessage = { to: '+4915112345678', userId: null, type: 'test.code', text: 'Code 987654' }
const queue = (changes: Partial<TextMessage> = {}, at = stoa) =>
  at.inside(noOrganization, (ctx) => queueText(ctx, { ...message, ...changes }))
const row = async () => (await stoa.sql('select * from platform.text_messages'))[0]
/** The pause before the next try, passed at once. */
const pausePasses = () =>
  stoa.sql(`update jobs.job set start_after = now() where name = 'platform.send_text' and state = 'retry'`)

test('a message goes out after the commit and keeps no body', async () => {
  await queue()
  const waiting = await row()
  expect(waiting).toMatchObject({ status: 'waiting', recipient: '+4915112345678' })
  expect(JSON.stringify(waiting)).not.toContain('987654')
  expect(received).toHaveLength(0)
  await stoa.settle()
  expect(received).toHaveLength(1)
  expect(received[0]?.path).toBe('/2010-04-01/Accounts/AC123/Messages.json')
  expect(received[0]?.headers.authorization).toBe(`Basic ${Buffer.from('AC123:token').toString('base64')}`)
  expect(received[0]?.form).toEqual({ To: '+4915112345678', From: '+15005550006', Body: 'Code 987654' })
  expect(await row()).toMatchObject({ status: 'sent', attempts: 1, provider_id: 'SM1', sealed_body: '' })
})

test('a change that is rolled back sends nothing', async () => {
  const change = stoa.inside(noOrganization, async (ctx) => {
    await queueText(ctx, message)
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow('changed my mind')
  await stoa.settle()
  expect(received).toHaveLength(0)
})

test.each([429, 500, 503])('a provider that answers %i is asked again', async (status) => {
  answer = () => ({ status, body: { code: 20429, message: 'Try later' } })
  await queue()
  await stoa.settle()
  expect(await row()).toMatchObject({
    status: 'waiting',
    attempts: 1,
    last_error: expect.stringContaining('Try later'),
  })
  answer = () => ({ status: 201, body: { sid: 'SM2' } })
  await pausePasses()
  await stoa.settle()
  expect(await row()).toMatchObject({ status: 'sent', attempts: 2, last_error: null, provider_id: 'SM2' })
})

test('a number the provider refuses is given up at once', async () => {
  answer = () => ({ status: 400, body: { code: 21211, message: 'Not a valid number' } })
  await queue()
  await stoa.settle()
  expect(received).toHaveLength(1)
  expect(await row()).toMatchObject({
    status: 'failed',
    attempts: 1,
    sealed_body: '',
    last_error: expect.stringContaining('21211'),
  })
})

test('an answer that is no JSON, or a provider that sends us elsewhere, does no harm', async () => {
  answer = () => ({ status: 302, body: 'elsewhere' })
  await queue()
  await stoa.settle()
  expect(await row()).toMatchObject({ status: 'failed', sealed_body: '' })
})

test('a code that has ended meanwhile is not sent any more', async () => {
  await queue({ until: new Date(Date.now() - 1000) })
  await stoa.settle()
  expect(received).toHaveLength(0)
  expect(await row()).toMatchObject({ status: 'failed', sealed_body: '' })
})

test('WhatsApp and message services have names of their own', async () => {
  const service = await testStoa(settings(`MG${'0'.repeat(32)}`))
  try {
    await queue({ channel: 'whatsapp' })
    await stoa.settle()
    expect(received[0]?.form).toMatchObject({ To: 'whatsapp:+4915112345678', From: 'whatsapp:+15005550006' })
    await queue({}, service)
    await service.settle()
    expect(received[1]?.form).toEqual({
      To: '+4915112345678',
      Body: 'Code 987654',
      MessagingServiceSid: `MG${'0'.repeat(32)}`,
    })
  } finally {
    await service.close()
  }
})

test.each(['015112345678', '+0123', '+49151123456789012', '+4915112345678\r\nTo: +1', 'sam', ''])(
  'what is not a number in E.164 form is refused: %j',
  async (to) => {
    await expect(queue({ to })).rejects.toThrow('E.164')
    expect(await row()).toBeUndefined()
  },
)

test('without a provider, a development machine catches its messages', async () => {
  const machine = await testStoa()
  try {
    await queue({}, machine)
    await machine.settle()
    expect(await machine.sql('select recipient, channel, body from platform.caught_text_messages')).toEqual([
      { recipient: '+4915112345678', channel: 'sms', body: 'Code 987654' },
    ])
  } finally {
    await machine.close()
  }
})

test('without a provider, production keeps messages waiting and says why', async () => {
  const machine = await testStoa({ env: 'production' })
  try {
    await queue({}, machine)
    await machine.settle()
    expect(await machine.sql('select status, last_error from platform.text_messages')).toEqual([
      { status: 'waiting', last_error: expect.stringContaining('STOA_AUTH_SMS_TWILIO_ACCOUNT_SID') },
    ])
    expect(await machine.sql('select 1 from platform.caught_text_messages')).toEqual([])
  } finally {
    await machine.close()
  }
})
