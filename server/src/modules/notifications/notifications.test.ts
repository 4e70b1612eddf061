import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { queueMail } from '../../platform/mail/mail.ts'
import { queueText } from '../../platform/sms/text-messages.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { type Notice, notify, notifyAll } from './index.ts'
import { removeExpiredNotices } from './module.ts'

let stoa: TestStoa
let organization: GivenOrganization
let sam: GivenPerson
let kim: GivenPerson
let admin: GivenPerson

beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa, 'Test academy')
  sam = await givenPerson(stoa, organization)
  kim = await givenPerson(stoa, organization)
  admin = await givenPerson(stoa, organization, 'admin')
})
afterAll(() => stoa.close())
beforeEach(async () => {
  for (const table of [
    'notifications.notifications',
    'notifications.inboxes',
    'notifications.preferences',
    'platform.mails',
    'platform.caught_mails',
  ]) {
    await stoa.sql(`delete from ${table}`)
  }
  await stoa.sql('delete from auth.user_preferences')
})

const notice = (changes: Partial<Notice> = {}): Notice => ({
  userId: sam.userId,
  type: 'learning.enrolled',
  title: 'You are in',
  message: 'You may begin.',
  actionUrl: '/courses/botany',
  ...changes,
})
const tell = (changes: Partial<Notice> = {}) =>
  stoa.inside(organization.id, (ctx) => notify(ctx, notice(changes)))
const inbox = async (person = sam, query = '') => (await stoa.as(person).get(`/notifications${query}`)).body
const unread = async (person = sam) => (await stoa.as(person).get('/notifications/unread')).body.unread
const caught = () =>
  stoa.sql<{ recipient: string; subject: string; body_text: string; body_html: string }>(
    'select * from platform.caught_mails order by id',
  )

describe('the inbox', () => {
  test('a notice waits unread in the inbox of its person only', async () => {
    await tell({ severity: 'warning', metadata: { courseId: 'c1' } })
    expect((await inbox()).items).toMatchObject([
      {
        type: 'learning.enrolled',
        title: 'You are in',
        message: 'You may begin.',
        severity: 'warning',
        actionUrl: '/courses/botany',
        metadata: { courseId: 'c1' },
        readAt: null,
      },
    ])
    expect([await unread(sam), await unread(kim)]).toEqual([1, 0])
    expect((await inbox(kim)).items).toEqual([])
  })

  test('a notice is read, unread again, and taken away, and the count follows', async () => {
    await tell()
    await tell()
    const [{ id }] = (await inbox()).items
    const me = stoa.as(sam)
    expect((await me.put(`/notifications/${id}/read`)).body).toEqual({ unread: 1 })
    expect((await me.put(`/notifications/${id}/read`)).body).toEqual({ unread: 1 })
    expect((await inbox(sam, '?unread=true')).items).toHaveLength(1)
    expect((await me.delete(`/notifications/${id}/read`)).body).toEqual({ unread: 2 })
    expect((await me.delete(`/notifications/${id}`)).body).toEqual({ unread: 1 })
    expect((await me.delete(`/notifications/${id}`)).status).toBe(404)
    expect((await me.put('/notifications/read')).body).toMatchObject({ unread: 0 })
    expect((await inbox()).items[0].readAt).not.toBeNull()
  })

  test('marking all read can be taken back, and only that', async () => {
    await tell({ title: 'First' })
    await tell({ title: 'Second' })
    await tell({ title: 'Read before' })
    const me = stoa.as(sam)
    const [latest] = (await inbox()).items
    await me.put(`/notifications/${latest.id}/read`)
    const { at } = (await me.put('/notifications/read')).body
    expect(await unread()).toBe(0)
    expect((await me.delete(`/notifications/read?at=${at}`)).body).toEqual({ unread: 2 })
    expect((await me.delete(`/notifications/read?at=${at}`)).body).toEqual({ unread: 2 })
  })

  test('a long inbox goes page by page', async () => {
    for (const title of ['1', '2', '3']) await tell({ title })
    const first = await inbox(sam, '?limit=2')
    const second = await inbox(sam, `?limit=2&cursor=${first.next}`)
    expect([...first.items, ...second.items].map((item) => item.title)).toEqual(['3', '2', '1'])
    expect(second.next).toBeNull()
  })

  test('nobody touches the notices of others', async () => {
    await tell()
    const [{ id }] = (await inbox()).items
    for (const caller of [stoa.as(kim), stoa.as(admin)]) {
      expect((await caller.put(`/notifications/${id}/read`)).status).toBe(404)
      expect((await caller.delete(`/notifications/${id}`)).status).toBe(404)
    }
    for (const path of ['/notifications', '/notifications/unread', '/notifications/preferences']) {
      expect((await stoa.strangerAt(organization).get(path)).status).toBe(401)
    }
    expect(await unread()).toBe(1)
  })

  test('a person who belongs to two organizations has two inboxes', async () => {
    const other = await givenOrganization(stoa)
    await stoa.inside(other.id, (ctx) => notify(ctx, notice()))
    expect(await unread()).toBe(0)
    const [{ id }] = (await stoa.sql<{ id: string }>('select id from notifications.notifications')) as [
      { id: string },
    ]
    expect((await stoa.as(sam).put(`/notifications/${id}/read`)).status).toBe(404)
  })

  test('the count is right however many write and read at the same time', async () => {
    await tell()
    const [{ id }] = (await inbox()).items
    await Promise.all([
      ...Array.from({ length: 20 }, () => tell()),
      ...Array.from({ length: 10 }, () => stoa.as(sam).put(`/notifications/${id}/read`)),
      ...Array.from({ length: 5 }, () => stoa.as(sam).put('/notifications/read')),
    ])
    const left = (await inbox(sam, '?unread=true&limit=100')).items.length
    expect(await unread()).toBe(left)
  })

  test('the same fact is told once, however often it is delivered', async () => {
    await Promise.all(
      Array.from({ length: 20 }, () => tell({ type: 'learning.certificate_issued', dedupeKey: 'event-1' })),
    )
    await stoa.settle()
    expect((await inbox()).items).toHaveLength(1)
    expect(await unread()).toBe(1)
    expect(await caught()).toHaveLength(1)
  })

  test('many people are told in a few statements', async () => {
    stoa.statements()
    await stoa.inside(organization.id, (ctx) =>
      notifyAll(
        ctx,
        [sam, kim, admin, sam].map((person) => notice({ userId: person.userId })),
      ),
    )
    expect(stoa.statements().filter((text) => text.includes('notifications.'))).toHaveLength(2)
    expect([await unread(sam), await unread(kim), await unread(admin)]).toEqual([2, 1, 1])
  })

  test('a notice whose time is over is gone, and no longer counts', async () => {
    await tell({ expiresAt: new Date(Date.now() - 1000) })
    await tell()
    expect((await inbox()).items).toHaveLength(1)
    await removeExpiredNotices(stoa.app)
    expect(await stoa.sql('select id from notifications.notifications')).toHaveLength(1)
    expect(await unread()).toBe(1)
  })

  test('a change that is rolled back tells nobody', async () => {
    const change = stoa.inside(organization.id, async (ctx) => {
      await notify(ctx, notice({ type: 'learning.certificate_issued' }))
      throw new Error('changed my mind')
    })
    await expect(change).rejects.toThrow()
    await stoa.settle()
    expect([await unread(), await caught()]).toEqual([0, []])
  })

  test.each(['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)'])(
    'a notice never leads to %s',
    async (actionUrl) => {
      await expect(tell({ actionUrl })).rejects.toThrow('a page of ours')
    },
  )

  test('texts no database can hold are told without what cannot be held', async () => {
    await tell({ title: 'a\0b\uD800', message: 'x'.repeat(10_000) })
    const [told] = (await inbox()).items
    expect([told.title, told.message.length]).toEqual(['ab\uFFFD', 4000])
  })
})

describe('mail', () => {
  test('a notice goes out by mail in the language of its person, in the colours of the organization', async () => {
    await stoa.sql(`insert into auth.user_preferences (user_id, language) values ($1, 'de')`, [sam.userId])
    await stoa.sql(`update auth.organizations set accent_color = '#123456' where id = $1`, [organization.id])
    await tell({
      type: 'learning.certificate_issued',
      title: 'Ihr Zertifikat',
      message: 'Erster.\n\nZweiter.',
    })
    await stoa.settle()
    const [mail] = await caught()
    expect(mail).toMatchObject({ recipient: sam.email, subject: 'Ihr Zertifikat' })
    expect(mail?.body_text).toContain('Erster.\n\nZweiter.\n\nÖffnen:\nhttp://stoa.test/courses/botany')
    expect(mail?.body_text).toContain('Mitglied von Test academy')
    expect(mail?.body_html).toContain('lang="de"')
    expect(mail?.body_html).toContain('#123456')
  })

  test('a notice that is no mail by default sends none', async () => {
    await tell()
    await stoa.settle()
    expect(await caught()).toEqual([])
  })

  test('a person chooses: mail only, told once and outside the inbox', async () => {
    const chosen = await stoa.as(sam).put('/notifications/preferences', {
      items: [{ type: 'learning.enrolled', inApp: false, email: true }],
    })
    expect(chosen.body.items).toContainEqual({ type: 'learning.enrolled', inApp: false, email: true })
    expect(chosen.body.items).toContainEqual({
      type: 'learning.certificate_issued',
      inApp: true,
      email: true,
    })
    expect((await stoa.as(sam).get('/notifications/preferences')).body).toEqual(chosen.body)
    await tell({ dedupeKey: 'once' })
    await tell({ dedupeKey: 'once' })
    await stoa.settle()
    expect([await unread(), (await inbox()).items, (await caught()).length]).toEqual([0, [], 1])
  })

  test.each([
    [
      'switched mail off',
      `insert into auth.user_preferences (user_id, email_notifications) values ($1, false)`,
      `delete from auth.user_preferences where user_id = $1`,
    ],
    [
      'has not proven the address',
      `update auth.users set email_confirmed_at = null where id = $1`,
      `update auth.users set email_confirmed_at = now() where id = $1`,
    ],
    [
      'is banned',
      `update auth.users set banned_until = now() + interval '1 day' where id = $1`,
      `update auth.users set banned_until = null where id = $1`,
    ],
  ])('somebody who %s gets no mail', async (_, before, after) => {
    await stoa.sql(before, [sam.userId])
    await tell({ type: 'learning.certificate_issued' })
    await stoa.settle()
    expect(await caught()).toEqual([])
    await stoa.sql(after, [sam.userId])
  })

  test.each([
    { items: [{ type: 'nonsense', inApp: true, email: true }] },
    { items: [{ type: 'learning.enrolled', inApp: 'yes', email: true }] },
    { items: [{ type: 'learning.enrolled', inApp: true }] },
    { items: Array(101).fill({ type: 'learning.enrolled', inApp: true, email: true }) },
    {},
  ])('the preferences %j are refused', async (body) => {
    expect((await stoa.as(sam).put('/notifications/preferences', body)).status).toBe(422)
  })

  test('preferences that are chosen twice at once do not collide', async () => {
    const item = { type: 'learning.enrolled', inApp: true, email: true }
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        stoa.as(sam).put('/notifications/preferences', { items: [item, item] }),
      ),
    )
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200))
  })
})

describe('the screens for mail', () => {
  test('an administrator sees that mail went, never what it said, and only of their organization', async () => {
    const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
    await tell({ type: 'learning.certificate_issued', title: 'Certificate' })
    await stoa.settle()
    const { items } = (await stoa.as(admin).get('/notifications/mails')).body
    expect(items).toMatchObject([
      {
        recipient: sam.email,
        userId: sam.userId,
        subject: 'Certificate',
        type: 'learning.certificate_issued',
        state: 'sent',
        attempts: 1,
        lastError: null,
      },
    ])
    expect(Object.keys(items[0]).join()).not.toMatch(/body|text|html/i)
    expect((await stoa.as(admin).get('/notifications/mails?state=failed')).body.items).toEqual([])
    expect((await stoa.as(neighbour).get('/notifications/mails')).body.items).toEqual([])
    expect((await stoa.as(sam).get('/notifications/mails')).status).toBe(403)
    expect((await stoa.strangerAt(organization).get('/notifications/mails')).status).toBe(401)
  })

  test('the catcher shows its mail to whoever tries out the machine', async () => {
    await stoa.inside(organization.id, (ctx) =>
      queueMail(ctx, {
        to: 'New@People.test',
        userId: null,
        type: 'test.hello',
        subject: 'Hello',
        text: 'Text',
        html: '<p>Html</p>',
      }),
    )
    await stoa.settle()
    const { items } = (await stoa.stranger.get('/notifications/caught-mails?recipient=new@people.test')).body
    expect(items).toMatchObject([{ subject: 'Hello' }])
    const mail = (await stoa.stranger.get(`/notifications/caught-mails/${items[0].id}`)).body
    expect([mail.bodyText.trim(), mail.bodyHtml.trim()]).toEqual(['Text', '<p>Html</p>'])
    expect((await stoa.stranger.get(`/notifications/caught-mails/${organization.id}`)).status).toBe(404)
  })

  test('and its text messages, page by page, for one number if asked', async () => {
    const text = (to: string, words: string) =>
      stoa.inside(organization.id, (ctx) =>
        queueText(ctx, { to, userId: null, type: 'test.hello', text: words }),
      )
    await text('+4915112345678', 'First')
    await stoa.settle()
    await text('+4915187654321', 'Second')
    await stoa.settle()
    const page = (await stoa.stranger.get('/notifications/caught-texts?limit=1')).body
    expect(page.items).toMatchObject([{ recipient: '+4915187654321', channel: 'sms', body: 'Second' }])
    const rest = (await stoa.stranger.get(`/notifications/caught-texts?limit=1&cursor=${page.next}`)).body
    expect(rest).toMatchObject({ items: [{ body: 'First' }], next: null })
    const one = await stoa.stranger.get('/notifications/caught-texts?recipient=%2B4915112345678')
    expect(one.body.items).toMatchObject([{ body: 'First' }])
  })

  test('in production there is no catcher', async () => {
    const production = await testStoa({ env: 'production' })
    try {
      expect((await production.stranger.get('/notifications/caught-mails')).status).toBe(404)
      expect((await production.stranger.get('/notifications/caught-texts')).status).toBe(404)
      expect((await production.stranger.get(`/notifications/caught-mails/${organization.id}`)).status).toBe(
        404,
      )
      await production.inside(organization.id, (ctx) =>
        queueMail(ctx, {
          to: 'a@b.test',
          userId: null,
          type: 'test.hello',
          subject: 'Hello',
          text: 'Text',
          html: '<p>x</p>',
        }),
      )
      await production.settle()
      expect(await production.sql('select state, last_error from platform.mails')).toEqual([
        { state: 'waiting', last_error: 'No mail server: set SMTP_URL.' },
      ])
    } finally {
      await production.close()
    }
  })
})

test('a person whose roles an administrator changed is told', async () => {
  const roles = (await stoa.as(admin).get('/identity/roles')).body.items as Array<{ id: string; key: string }>
  const mentor = roles.find((role) => role.key === 'mentor')?.id
  const student = roles.find((role) => role.key === 'student')?.id
  const changed = await stoa
    .as(admin)
    .put(`/identity/people/${kim.userId}/roles`, { roleIds: [student, mentor] })
  expect(changed.status).toBe(200)
  await stoa.settle()
  const { items } = (await stoa.as(kim).get('/notifications/')).body
  expect(items).toMatchObject([{ type: 'identity.role_changed', title: 'What you may do here has changed' }])
  expect((await stoa.as(admin).get('/notifications/')).body.items).toEqual([])
})
