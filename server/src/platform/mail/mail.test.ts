import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { noOrganization } from '../ctx.ts'
import { queueMail } from './mail.ts'

type Answer = (recipient: string) => { message: string; responseCode: number } | null
let post: SMTPServer
let received: Array<{ to: string[]; mail: Email }> = []
let answer: Answer = () => null
let stoa: TestStoa

const refusal = (recipient: string) => {
  const said = answer(recipient)
  return said ? Object.assign(new Error(said.message), { responseCode: said.responseCode }) : null
}

beforeAll(async () => {
  post = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo: ({ address }, _session, done) => done(refusal(address)),
    async onData(stream, session, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk as Buffer)
      received.push({
        to: session.envelope.rcptTo.map((to) => to.address),
        mail: await PostalMime.parse(Buffer.concat(chunks)),
      })
      done()
    },
  })
  post.listen(0, '127.0.0.1')
  await once(post.server, 'listening')
  stoa = await testStoa({
    smtpUrl: `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}`,
    mailFrom: 'Stoa <stoa@stoa.test>',
  })
})
afterAll(async () => {
  await stoa.close()
  await new Promise<void>((resolve) => post.close(() => resolve()))
})
beforeEach(async () => {
  received = []
  answer = () => null
  await stoa.sql('delete from platform.mails')
})

const mail = {
  to: 'sam@people.test',
  userId: null,
  type: 'test.hello',
  subject: 'Hello',
  text: 'A secret link',
  html: '<p>A secret link</p>',
}
const queue = (changes: Partial<typeof mail> = {}) =>
  stoa.inside(noOrganization, (ctx) => queueMail(ctx, { ...mail, ...changes }))
const row = async () => (await stoa.sql('select * from platform.mails'))[0]
/** The pause before the next try, passed at once. */
const pausePasses = () =>
  stoa.sql(`update jobs.job set start_after = now() where name = 'platform.send_mail' and state = 'retry'`)

test('a mail goes out over SMTP after the commit, as text and HTML, and keeps no body', async () => {
  await queue()
  const waiting = await row()
  expect(waiting).toMatchObject({ state: 'waiting', organization_id: null })
  expect(JSON.stringify(waiting)).not.toContain('secret')
  expect(received).toHaveLength(0)
  await stoa.settle()
  expect(received).toHaveLength(1)
  expect(received[0]?.to).toEqual(['sam@people.test'])
  expect(received[0]?.mail.from).toEqual({ name: 'Stoa', address: 'stoa@stoa.test' })
  expect(received[0]?.mail.text?.trim()).toBe('A secret link')
  expect(received[0]?.mail.html).toContain('<p>A secret link</p>')
  expect(await row()).toMatchObject({ state: 'sent', attempts: 1, sealed_body: '' })
})

test('a change that is rolled back sends nothing', async () => {
  const change = stoa.inside(noOrganization, async (ctx) => {
    await queueMail(ctx, mail)
    throw new Error('changed my mind')
  })
  await expect(change).rejects.toThrow('changed my mind')
  await stoa.settle()
  expect(received).toHaveLength(0)
})

test('a mail server that is busy is asked again, under the same Message-ID', async () => {
  answer = () => ({ message: 'Try later', responseCode: 451 })
  await queue()
  await stoa.settle()
  expect(await row()).toMatchObject({
    state: 'waiting',
    attempts: 1,
    last_error: expect.stringContaining('Try later'),
  })
  answer = () => null
  await pausePasses()
  await stoa.settle()
  expect(await row()).toMatchObject({ state: 'sent', attempts: 2, last_error: null })
  expect(received[0]?.mail.messageId).toBe(`<${(await row())?.id}@stoa.test>`)
})

test('an address the server refuses for good is given up at once', async () => {
  answer = () => ({ message: 'No such mailbox', responseCode: 550 })
  await queue()
  await stoa.settle()
  expect(await row()).toMatchObject({ state: 'failed', attempts: 1, sealed_body: '' })
})

test('a delivery that is repeated finds the mail sent and does nothing', async () => {
  await queue()
  await stoa.settle()
  await stoa.sql(
    `update jobs.job set state = 'created', completed_on = null where name = 'platform.send_mail'`,
  )
  await stoa.settle()
  expect(received).toHaveLength(1)
})

test('names and subjects cannot write headers of their own', async () => {
  await queue({ subject: 'Hello\r\nBcc: eve@evil.test\r\n\r\nBody\u2028\u0000 Ünïcode' })
  await stoa.settle()
  expect(received[0]?.to).toEqual(['sam@people.test'])
  expect(received[0]?.mail.bcc).toBeUndefined()
  expect(received[0]?.mail.subject).toBe('Hello Bcc: eve@evil.test Body Ünïcode')
})

test.each([
  'sam@people.test, eve@evil.test',
  'sam@people.test\r\nRCPT TO:<eve@evil.test>',
  'Sam <sam@people.test>',
  'sam',
  '@',
  'a@b@c',
])('what is not one bare address is refused: %j', async (to) => {
  await expect(queue({ to })).rejects.toThrow('one bare address')
  expect(await row()).toBeUndefined()
})

test('without a mail server, a development machine catches its mail over SMTP', async () => {
  const machine = await testStoa({ smtpUrl: null })
  try {
    await machine.inside(noOrganization, (ctx) => queueMail(ctx, mail))
    await machine.settle()
    expect(
      await machine.sql('select recipient, sender, subject, body_text, body_html from platform.caught_mails'),
    ).toEqual([
      {
        recipient: 'sam@people.test',
        sender: 'stoa@localhost',
        subject: 'Hello',
        body_text: expect.stringContaining('A secret link'),
        body_html: expect.stringContaining('<p>A secret link</p>'),
      },
    ])
  } finally {
    await machine.close()
  }
})
