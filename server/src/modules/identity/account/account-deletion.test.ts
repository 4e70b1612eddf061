import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { verifyChain } from '../../audit/verify.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  textTo,
} from '../testing.ts'

const password = 'seven blue herons'
let stoa: TestStoa
let organization: GivenOrganization
let owner: GivenPerson
let sam: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner', 'Olga Owner')
  sam = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
})

async function leave(who: { token: string }, confirmation: string) {
  const answer = await stoa.server.inject({
    method: 'DELETE',
    url: '/api/v1/identity/me',
    headers: { authorization: `Bearer ${who.token}` },
    payload: { confirmation },
  })
  return { status: answer.statusCode, body: answer.payload ? JSON.parse(answer.payload) : null }
}
const signIn = () => stoa.strangerAt(organization).post('/identity/sessions', { email: sam.email, password })

/** Every column of every table in which a text stands, as `table.column`. */
async function placesOf(text: string): Promise<string[]> {
  const tables = await stoa.sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema in ('auth', 'audit', 'learning', 'notifications', 'storage', 'imports', 'platform')`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    const rows = await stoa.sql(`select 1 from ${name} t where t::text ilike $1 limit 1`, [`%${text}%`])
    if (rows.length > 0) found.push(name)
  }
  return found
}

test('whoever deletes their account is nobody at once, and every token in hand is refused', async () => {
  const second = (await signIn()).body
  expect((await leave(sam, sam.email.toUpperCase())).status).toBe(200)
  for (const token of [sam.token, second.token])
    expect((await stoa.as({ token }).get('/identity/me')).status).toBe(401)
  expect((await signIn()).status).toBe(401)
  const people = (await stoa.as(owner).get('/identity/people')).body.items
  await stoa.settle()
  expect(people.map((row: { id: string }) => row.id)).not.toContain(sam.userId)
  expect((await stoa.as(owner).get(`/identity/people/${sam.userId}`)).status).toBe(404)
  expect((await mailTo(stoa, sam.email)).subject).toBe('Your account was deleted')
})

test('nothing that says who they were is left anywhere, and the audit trail is still whole', async () => {
  await stoa.sql(
    `insert into notifications.notifications (organization_id, user_id, type, title, message) values ($1, $2, 'x', $3, $3)`,
    [organization.id, sam.userId, 'Hello Sam Sample'],
  )
  const phone = '+4915155500099'
  await stoa.as(sam).post('/identity/me/phone/codes', { phone })
  const code = /\d{6}/.exec(await textTo(stoa, phone))![0]
  expect((await stoa.as(sam).put('/identity/me/phone', { phone, code })).status).toBe(200)
  await signIn()
  await stoa.as(sam).patch('/identity/me', { name: 'Samuel Sampleton', bio: 'I live in Sampletown' })
  await stoa.as(owner).put(`/identity/people/${sam.userId}/roles`, {
    roleIds: [(await stoa.as(owner).get(`/identity/people/${sam.userId}`)).body.roles[0].id],
  })
  await stoa.settle()
  expect((await leave(sam, sam.email)).status).toBe(200)
  await stoa.settle()
  // The goodbye itself is caught on a development machine, and known as a mail that was sent.
  const goodbye = ['platform.caught_mails', 'platform.mails', 'platform.caught_text_messages']
  for (const text of [sam.email, phone.slice(1), 'Sampleton', 'Sampletown', 'Sam Sample'])
    expect((await placesOf(text)).filter((place) => !goodbye.includes(place))).toEqual([])
  const mails = await stoa.sql('select type from platform.mails where recipient = $1', [sam.email])
  expect(mails).toEqual([{ type: 'identity.account_deleted' }])
  expect(await verifyChain(stoa.app, organization.id)).toMatchObject({ status: 'intact' })
})

test('the address is free for somebody new', async () => {
  await leave(sam, sam.email)
  await stoa.settle()
  const body = { email: sam.email, name: 'Sam Again', password }
  expect((await stoa.strangerAt(organization).post('/identity/sign-ups', body)).status).toBe(202)
  expect((await mailTo(stoa, sam.email)).subject).toContain('Confirm your email address')
})

test('the last owner is told what to do first; with another owner they may go', async () => {
  const refused = await leave(owner, owner.email)
  expect(refused.body).toMatchObject({
    code: 'identity.last_owner_of',
    params: { organization: 'Test academy' },
  })
  await givenPerson(stoa, organization, 'owner')
  expect((await leave(owner, owner.email)).status).toBe(200)
})

test('two last owners who go at the same moment do not leave the organization alone', async () => {
  const other = await givenPerson(stoa, organization, 'owner')
  const answers = await Promise.all([leave(owner, owner.email), leave(other, other.email)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
})

test('it asks for the address and a recent proof, and refuses administrators in somebody’s name', async () => {
  expect((await leave(sam, 'somebody@else.test')).body.code).toBe('identity.deletion_not_confirmed')
  const admin = await givenPerson(stoa, organization, 'admin')
  const acting = await stoa
    .as(admin)
    .post(`/identity/people/${sam.userId}/impersonations`, { reason: 'help' })
  expect((await leave(acting.body, sam.email)).status).toBe(403)
  expect((await stoa.as(acting.body).get('/identity/me/export')).status).toBe(403)
  await stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    sam.userId,
  ])
  expect((await leave(sam, sam.email)).body.code).toBe('identity.proof_too_old')
  expect((await stoa.as(sam).get('/identity/me/export')).body.code).toBe('identity.proof_too_old')
  expect((await signIn()).status).toBe(201)
})

test('a person takes along what is kept of them, from every organization, and nothing of anybody else', async () => {
  const elsewhere = await givenOrganization(stoa, 'Second academy')
  await stoa.sql('insert into auth.memberships (organization_id, user_id) values ($1, $2)', [
    elsewhere.id,
    sam.userId,
  ])
  await signIn()
  await stoa.settle()
  const answer = await stoa.as(sam).get('/identity/me/export')
  expect(answer.headers['content-disposition']).toContain('attachment')
  const { person, organizations } = answer.body
  expect(person).toMatchObject({
    name: 'Sam Sample',
    addresses: [expect.objectContaining({ email: sam.email })],
  })
  expect(
    organizations.map(({ organization: place }: { organization: { name: string } }) => place.name).sort(),
  ).toEqual(['Second academy', 'Test academy'])
  const here = organizations.find(
    (row: { organization: { id: string } }) => row.organization.id === organization.id,
  )
  expect(here.data.identity.signIns).toHaveLength(1)
  expect(here.data.audit.acts.length).toBeGreaterThan(0)
  expect(answer.text).not.toContain('argon2')
  expect(answer.text).not.toContain(owner.email)
  const recorded = (await stoa.as(owner).get('/audit/entries')).body.items[0]
  expect(recorded.action).toBe('identity.personal_data_exported')
  expect((await stoa.strangerAt(organization).get('/identity/me/export')).status).toBe(401)
})
