import { randomBytes, randomUUID } from 'node:crypto'
import { hash as bcrypt } from '@node-rs/bcrypt'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { joinOrganization } from '../joining/registration.ts'
import { type GivenOrganization, givenOrganization, givenPerson, mailTo } from '../testing.ts'
import { serviceAt, type WireService } from './admin-testing.ts'

let stoa: TestStoa
let ours: GivenOrganization
let theirs: GivenOrganization
let service: WireService

beforeAll(async () => {
  stoa = await testStoa()
})
beforeEach(async () => {
  ours = await givenOrganization(stoa)
  theirs = await givenOrganization(stoa)
  service = await serviceAt(stoa, ours.id)
})
afterAll(() => stoa.close())

const short = () => randomBytes(5).toString('hex')
const address = () => `${short()}@people.test`
const phone = () => `4915${String(Math.floor(Math.random() * 1e9)).padStart(9, '0')}`
const password = 'seven blue herons'

const signIn = (email: string, word: string, organization = ours) =>
  stoa.strangerAt(organization).post('/identity/sessions', { email, password: word })

async function given(about: object = {}) {
  const { status, body } = await service('POST', '/admin/users', {
    email: address(),
    email_confirm: true,
    ...about,
  })
  expect(status, JSON.stringify(body)).toBe(200)
  return body
}

/** Somebody of ours who belongs to the other organization, too. */
async function givenShared() {
  const person = await givenPerson(stoa, theirs, 'student', 'Shared Sample', password)
  await stoa.inside(ours.id, async (ctx) => {
    await joinOrganization(ctx, person.userId, 'student')
  })
  return person
}

const auditOf = (action: string, entityId: string) =>
  stoa.sql<{ actor_type: string }>(
    'select actor_type from audit.entries where organization_id = $1 and action = $2 and entity_id = $3',
    [ours.id, action, entityId],
  )

test('people are listed who came last first, of this organization only, page by page', async () => {
  await givenPerson(stoa, theirs)
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) ids.unshift((await given()).id)
  const all = await service('GET', '/admin/users?page=&per_page=')
  expect(all.status).toBe(200)
  expect(all.body.aud).toBe('authenticated')
  expect(all.body.users.map((user: { id: string }) => user.id)).toEqual(ids)
  expect(all.headers['x-total-count']).toBe('3')
  expect(all.headers.link).toBe('<http://stoa.test/auth/v1/admin/users?page=1&per_page=50>; rel="last"')
  const first = await service('GET', '/admin/users?page=1&per_page=2')
  expect(first.body.users.map((user: { id: string }) => user.id)).toEqual(ids.slice(0, 2))
  expect(first.headers.link).toBe(
    '<http://stoa.test/auth/v1/admin/users?page=2&per_page=2>; rel="next", <http://stoa.test/auth/v1/admin/users?page=2&per_page=2>; rel="last"',
  )
  const second = await service('GET', '/admin/users?page=2&per_page=2')
  expect(second.body.users.map((user: { id: string }) => user.id)).toEqual(ids.slice(2))
  expect((await service('GET', '/admin/users?page=7')).body.users).toEqual([])
  for (const bad of ['page=-1', 'page=x', 'per_page=1.5', 'page=99999999999'])
    expect((await service('GET', `/admin/users?${bad}`)).body.error_code, bad).toBe('validation_failed')
})

test('the list takes as many statements for fifty people as for one', async () => {
  await given()
  const count = async () => {
    stoa.statements()
    await service('GET', '/admin/users')
    return stoa.statements().length
  }
  const few = await count()
  for (let n = 0; n < 10; n += 1) await given()
  expect(await count()).toBe(few)
})

test('a person is made as the service tells it, signs in, and the trail says who made them', async () => {
  const email = `Mixed.${short()}@People.test`
  const user = await given({
    email,
    password,
    user_metadata: { full_name: 'Ines Moreau', nested: { kept: null } },
    app_metadata: { plan: 'gold' },
  })
  expect(user).toMatchObject({
    email: email.toLowerCase(),
    phone: '',
    aud: 'authenticated',
    role: 'authenticated',
    email_confirmed_at: expect.any(String),
    user_metadata: { full_name: 'Ines Moreau', nested: { kept: null } },
    app_metadata: { plan: 'gold', provider: 'email', providers: ['email'] },
    identities: [{ provider: 'email', identity_data: { email: email.toLowerCase() } }],
  })
  const session = await signIn(email, password)
  expect(session).toMatchObject({ status: 201, body: { person: { name: 'Ines Moreau' } } })
  expect(await auditOf('identity.person_created', user.id)).toEqual([{ actor_type: 'system' }])
})

test('who is not confirmed cannot sign in until the service confirms them', async () => {
  const user = await given({ password, email_confirm: false })
  expect(user).not.toHaveProperty('email_confirmed_at')
  expect(user.identities).toHaveLength(1)
  expect((await signIn(user.email, password)).body.code).toBe('identity.email_not_verified')
  const { body } = await service('PUT', `/admin/users/${user.id}`, { email_confirm: true })
  expect(body.email_confirmed_at).toEqual(expect.any(String))
  expect((await signIn(user.email, password)).status).toBe(201)
})

test('a person may come with a phone number, an id, a role, a ban, or a hash of another system', async () => {
  const id = randomUUID()
  const number = phone()
  const byPhone = await given({ id, email: undefined, phone: `+${number}`, phone_confirm: true })
  expect(byPhone).toMatchObject({
    id,
    email: '',
    phone: number,
    phone_confirmed_at: expect.any(String),
    app_metadata: { provider: 'phone' },
  })
  const mentor = await given({ role: 'mentor', ban_duration: '1h' })
  const until = new Date(mentor.banned_until).getTime() - Date.now()
  expect(until).toBeGreaterThan(3500_000)
  const roles = await stoa.sql<{ key: string }>(
    `select r.key from auth.memberships m join auth.role_assignments a on a.membership_id = m.id
       join auth.roles r on r.id = a.role_id where m.user_id = $1`,
    [mentor.id],
  )
  expect(roles).toEqual([{ key: 'mentor' }])
  const moved = await given({ password_hash: await bcrypt(password, { cost: 4 }) })
  expect((await signIn(moved.email, password)).status).toBe(201)
})

const long = { toJSON: () => 'x'.repeat(70_000) }

test.each([
  [{ email: undefined }, 400, 'validation_failed'],
  [{ email: 'xx:;x@x.x' }, 400, 'validation_failed'],
  [{ phone: '12' }, 400, 'validation_failed'],
  [{ password: 'short' }, 422, 'weak_password'],
  [{ password: 'password123' }, 422, 'weak_password'],
  [{ password, password_hash: '$2b$04$x' }, 400, 'validation_failed'],
  [{ password_hash: 'md5:1234' }, 400, 'validation_failed'],
  [{ password_hash: `$2b$31$${'a'.repeat(53)}` }, 400, 'validation_failed'],
  [
    { password_hash: `$argon2id$v=19$m=99999999,t=2,p=1$${'a'.repeat(22)}$${'a'.repeat(43)}` },
    400,
    'validation_failed',
  ],
  [{ ban_duration: 'tomorrow' }, 400, 'validation_failed'],
  [{ id: 'x' }, 400, 'validation_failed'],
  [{ role: 'emperor' }, 422, 'no_such_role'],
  [{ email: { a: 1 } }, 400, 'validation_failed'],
  [{ email_confirm: 'maybe' }, 400, 'validation_failed'],
  [{ user_metadata: 'x' }, 400, 'validation_failed'],
  [{ user_metadata: { name: 'a\u0000b' } }, 400, 'bad_json'],
  [{ app_metadata: { long } }, 400, 'validation_failed'],
])('%o is refused and leaves nobody', async (about, status, code) => {
  const before = await stoa.sql('select count(*) from auth.users')
  const answer = await service('POST', '/admin/users', { email: address(), email_confirm: true, ...about })
  expect({ status: answer.status, code: answer.body.error_code }).toEqual({ status, code })
  expect(await stoa.sql('select count(*) from auth.users')).toEqual(before)
})

test('an address, a number and an id belong to one person, also of twenty tries at once', async () => {
  const wish = { email: address(), phone: phone(), id: randomUUID() }
  const tries = await Promise.all(
    Array.from({ length: 20 }, () => service('POST', '/admin/users', { email: wish.email })),
  )
  expect(tries.filter((one) => one.status === 200)).toHaveLength(1)
  expect(new Set(tries.filter((one) => one.status !== 200).map((one) => one.body.error_code))).toEqual(
    new Set(['email_exists']),
  )
  await given({ email: undefined, phone: wish.phone, id: wish.id })
  expect((await service('POST', '/admin/users', { phone: wish.phone })).body.error_code).toBe('phone_exists')
  expect((await service('POST', '/admin/users', { email: address(), id: wish.id })).status).toBe(409)
})

test('an address that somebody elsewhere proved is taken here, too', async () => {
  const other = await givenPerson(stoa, theirs)
  const answer = await service('POST', '/admin/users', { email: other.email, email_confirm: true })
  expect(answer).toMatchObject({ status: 422, body: { error_code: 'email_exists' } })
})

test('a change merges what is known of a person and moves their address', async () => {
  const user = await given({ user_metadata: { a: 1, b: 2 }, app_metadata: { plan: 'gold' } })
  const email = address()
  const { body } = await service('PUT', `/admin/users/${user.id}`, {
    email,
    user_metadata: { b: null, c: 3 },
    app_metadata: { roles: ['editor'] },
  })
  expect(body).toMatchObject({
    email,
    user_metadata: { a: 1, c: 3 },
    app_metadata: { plan: 'gold', roles: ['editor'], provider: 'email' },
    identities: [{ identity_data: { email, email_verified: true } }],
  })
  expect(body.user_metadata).not.toHaveProperty('b')
  expect(
    await stoa.sql('select email, is_verified from auth.user_emails where user_id = $1', [user.id]),
  ).toEqual([{ email, is_verified: true }])
  expect(await auditOf('identity.person_changed', user.id)).toHaveLength(1)
  const other = await given()
  expect((await service('PUT', `/admin/users/${user.id}`, { email: other.email })).body.error_code).toBe(
    'email_exists',
  )
})

test('a new password ends every session', async () => {
  const user = await given({ password })
  const { token } = (await signIn(user.email, password)).body
  await service('PUT', `/admin/users/${user.id}`, { password: 'nine grey geese fly' })
  expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
  expect((await signIn(user.email, password)).status).toBe(401)
  expect((await signIn(user.email, 'nine grey geese fly')).status).toBe(201)
  expect((await mailTo(stoa, user.email)).subject).toBe('Your password was changed')
})

test('a ban keeps somebody out at once, and none lets them in again', async () => {
  const user = await given({ password })
  const { token } = (await signIn(user.email, password)).body
  const banned = await service('PUT', `/admin/users/${user.id}`, { ban_duration: '24h' })
  expect(banned.body.banned_until).toEqual(expect.any(String))
  expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
  expect((await signIn(user.email, password)).body.code).toBe('identity.banned')
  const free = await service('PUT', `/admin/users/${user.id}`, { ban_duration: 'none' })
  expect(free.body).not.toHaveProperty('banned_until')
  expect((await signIn(user.email, password)).status).toBe(201)
})

test('a deleted person is gone for good, with their sessions', async () => {
  const user = await given({ password })
  const { token } = (await signIn(user.email, password)).body
  expect(await service('DELETE', `/admin/users/${user.id}`)).toMatchObject({ status: 200, body: {} })
  expect((await service('GET', `/admin/users/${user.id}`)).body.error_code).toBe('user_not_found')
  expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
  expect(await stoa.sql('select 1 from auth.users where email = $1', [user.email])).toEqual([])
  await stoa.settle()
  expect(await stoa.sql('select 1 from auth.users where id = $1', [user.id])).toEqual([])
  expect(await auditOf('identity.person_deleted', user.id)).toHaveLength(1)
  await given({ email: user.email })
})

test('softly deleted, the row stays and tells nothing; what they did keeps no name', async () => {
  const user = await given({ password, user_metadata: { full_name: 'Ines Moreau' } })
  expect((await service('DELETE', `/admin/users/${user.id}`, { should_soft_delete: true })).status).toBe(200)
  await stoa.settle()
  const [row] = await stoa.sql(
    `select email, phone, name, encrypted_password, raw_user_meta_data as data, deleted_at is not null as gone,
            (select count(*)::int from auth.identities where user_id = u.id) as identities
       from auth.users u where id = $1`,
    [user.id],
  )
  expect(row).toEqual({
    email: null,
    phone: null,
    name: 'Deleted person',
    encrypted_password: null,
    data: {},
    gone: true,
    identities: 0,
  })
  expect((await service('GET', `/admin/users/${user.id}`)).status).toBe(404)
  await given({ email: user.email })
})

test('the last owner stays', async () => {
  const owner = await givenPerson(stoa, ours, 'owner')
  expect((await service('DELETE', `/admin/users/${owner.userId}`)).body.error_code).toBe('last_owner')
  expect((await service('GET', `/admin/users/${owner.userId}`)).status).toBe(200)
})

test('who belongs to another organization, too, is only taken out of this one', async () => {
  const shared = await givenShared()
  expect((await service('DELETE', `/admin/users/${shared.userId}`)).status).toBe(200)
  expect((await service('GET', `/admin/users/${shared.userId}`)).status).toBe(404)
  expect((await signIn(shared.email, password, theirs)).status).toBe(201)
})

test('a key of one organization does not change how its guests sign in elsewhere; the operator’s does', async () => {
  const shared = await givenShared()
  const path = `/admin/users/${shared.userId}`
  for (const change of [
    { password: 'taken over by us' },
    { email: address() },
    { phone: phone() },
    { user_metadata: { a: 1 } },
    { email_confirm: true },
  ])
    expect((await service('PUT', path, change)).body.error_code, JSON.stringify(change)).toBe(
      'person_belongs_elsewhere',
    )
  expect((await signIn(shared.email, password, theirs)).status).toBe(201)
  expect((await service('PUT', path, { role: 'mentor', ban_duration: '1h' })).status).toBe(200)
  const operator = await serviceAt(stoa, null)
  const there = { 'stoa-organization': theirs.slug }
  expect((await operator('PUT', path, { user_metadata: { a: 1 } }, there)).status).toBe(200)
})

test('somebody of another organization is not there', async () => {
  const other = await givenPerson(stoa, theirs)
  for (const id of [other.userId, randomUUID(), 'x', "1'--"])
    for (const method of ['GET', 'PUT', 'DELETE'] as const) {
      const answer = await service(
        method,
        `/admin/users/${encodeURIComponent(id)}`,
        method === 'PUT' ? { user_metadata: { a: 1 } } : undefined,
      )
      expect({ status: answer.status, code: answer.body.error_code }, `${method} ${id}`).toEqual({
        status: 404,
        code: 'user_not_found',
      })
    }
  const there = { 'stoa-organization': theirs.slug }
  expect((await service('GET', `/admin/users/${other.userId}`, undefined, there)).status).toBe(403)
})
