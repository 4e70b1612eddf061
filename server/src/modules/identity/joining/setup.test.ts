import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { createSetupLink, createUser } from '../index.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

const password = 'seven blue herons'
const owner = {
  organizationName: 'Academy',
  slug: 'academy',
  name: 'Ada Novak',
  email: 'ada@people.test',
  password,
}
const tokenOf = (link: string | null) => new URL(link ?? '').searchParams.get('token')
const setUp = (token: unknown, changes: object = {}) =>
  stoa.stranger.post('/identity/setup', { token, ...owner, ...changes })

test('before there is an organization, nothing but the set-up works', async () => {
  expect((await stoa.stranger.get('/identity/organization')).status).toBe(404)
  const body = { email: 'ada@people.test', password, name: 'Ada' }
  expect((await stoa.stranger.post('/identity/sign-ups', body)).status).toBe(404)
  expect((await stoa.stranger.post('/identity/sessions', { email: 'a@b.test', password })).status).toBe(401)
  expect((await setUp('guess')).status).toBe(410)
})

test('the link makes the first owner once; the newest link counts', async () => {
  const first = tokenOf(await createSetupLink(stoa.app))
  const second = tokenOf(await createSetupLink(stoa.app))
  expect((await setUp(first)).body.code).toBe('identity.link_not_valid')
  expect((await setUp(second, { password: 'qwertyuiop' })).body.code).toBe('identity.password_common')
  const answers = await Promise.all(
    Array.from({ length: 50 }, (_, n) => setUp(second, { slug: `academy-${n}` })),
  )
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  const session = answers.find((answer) => answer.status === 201)!.body
  const me = await stoa.as(session).get('/identity/me')
  expect(me.body).toMatchObject({
    isMember: true,
    roles: [{ key: 'owner' }],
    person: { email: 'ada@people.test' },
  })
  expect(await createSetupLink(stoa.app)).toBeNull()
  expect((await setUp(second)).status).toBe(410)
})

test('a person made on the command line can sign in; a weak or double one is not made', async () => {
  const [organization] = await stoa.sql<{ id: string }>('select id from auth.organizations')
  const make = (changes: object) =>
    stoa.inside(organization!.id, (ctx) =>
      createUser(ctx, { email: 'Tom@People.test', name: 'Tom', password, role: 'mentor', ...changes }),
    )
  await make({})
  const session = await stoa.stranger.post('/identity/sessions', { email: 'tom@people.test', password })
  expect(session.status).toBe(201)
  expect((await stoa.as(session.body).get('/identity/me')).body.roles).toMatchObject([{ key: 'mentor' }])
  await expect(make({})).rejects.toMatchObject({ code: 'identity.email_taken' })
  await expect(make({ email: 'eve@people.test', password: 'qwertyuiop' })).rejects.toMatchObject({
    code: 'identity.password_common',
  })
  await expect(make({ email: 'eve@people.test', role: 'emperor' })).rejects.toMatchObject({
    code: 'identity.no_such_role',
  })
  await expect(make({ email: 'nobody' })).rejects.toMatchObject({ code: 'invalid_input' })
  expect(await stoa.sql(`select 1 from auth.users where email = 'eve@people.test'`)).toEqual([])
})
