import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  tokenMailedTo,
} from '../testing.ts'

const base = testConfig()
const password = 'seven blue herons'
let stoa: TestStoa
let organization: GivenOrganization
let sam: GivenPerson
let count = 0
const fresh = () => `other-${++count}@people.test`
beforeAll(async () => {
  stoa = await testStoa({ auth: { ...base.auth, mailPauseSeconds: 0 } })
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  organization = await givenOrganization(stoa)
  sam = await givenPerson(stoa, organization, 'student', 'Sam Sample', password)
})

const add = (who: { token: string }, email: string) => stoa.as(who).post('/identity/me/addresses', { email })
const prove = (who: { token: string }, proof: object) =>
  stoa.as(who).post('/identity/me/addresses/proofs', proof)
const addresses = async (who: { token: string }) =>
  (await stoa.as(who).get('/identity/me/addresses')).body.items
const signIn = (email: string, chosen = password) =>
  stoa.strangerAt(organization).post('/identity/sessions', { email, password: chosen })
async function given(who: GivenPerson, email = fresh()) {
  const { body } = await add(who, email)
  await prove(who, { token: await tokenMailedTo(stoa, email) })
  await stoa.settle()
  return { id: body.id as string, email }
}
const tire = (who: GivenPerson) =>
  stoa.sql(`update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1`, [
    who.userId,
  ])

test('a further address signs in once it is proven, and the main one hears of it', async () => {
  const email = fresh()
  expect((await add(sam, email.toUpperCase())).body).toMatchObject({
    email,
    isVerified: false,
    isPrimary: false,
  })
  expect((await signIn(email)).status).toBe(401)
  const proven = await prove(sam, { token: await tokenMailedTo(stoa, email) })
  expect(proven.body).toMatchObject({ email, isVerified: true, isPrimary: false })
  expect((await signIn(email)).body.person.id).toBe(sam.userId)
  expect((await signIn(sam.email)).status).toBe(201)
  expect((await mailTo(stoa, sam.email)).subject).toBe('An address was added to your account')
  expect((await addresses(sam)).map((row: { email: string }) => row.email)).toEqual([sam.email, email])
})

test('the code of the mail proves it, too; a wrong one does not', async () => {
  const email = fresh()
  await add(sam, email)
  const code = /code (\d{6})/.exec((await mailTo(stoa, email)).text)![1]!
  const wrong = code === '000000' ? '000001' : '000000'
  expect((await prove(sam, { email, code: wrong })).body.code).toBe('identity.wrong_code')
  expect((await prove(sam, { email, code: `${code.slice(0, 3)} ${code.slice(3)}` })).status).toBe(200)
  expect((await prove(sam, { email, code })).body.code).toBe('identity.wrong_code')
})

test('of fifty redemptions of a link one proves the address', async () => {
  const email = fresh()
  await add(sam, email)
  const token = await tokenMailedTo(stoa, email)
  const answers = await Promise.all(Array.from({ length: 50 }, () => prove(sam, { token })))
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  for (const { status } of answers) expect([200, 410]).toContain(status)
})

test('a hundred guesses do not get past the limit', async () => {
  const email = fresh()
  await add(sam, email)
  const code = /code (\d{6})/.exec((await mailTo(stoa, email)).text)![1]!
  const guesses = Array.from({ length: 100 }, (_, n) =>
    String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0'),
  )
  const answers = await Promise.all(guesses.map((guess) => prove(sam, { email, code: guess })))
  expect(answers.some(({ status }) => status === 200)).toBe(false)
  expect(answers.some(({ status }) => status === 429)).toBe(true)
  expect((await prove(sam, { email, code })).status).not.toBe(200)
})

test('two people prove the same address at the same moment: one gets it', async () => {
  for (let round = 0; round < 5; round += 1) {
    const rival = await givenPerson(stoa, organization)
    const email = fresh()
    await add(sam, email)
    const first = await tokenMailedTo(stoa, email)
    await add(rival, email)
    const second = await tokenMailedTo(stoa, email)
    // The newest mail voids the one before; both links are made to work again, as if they had crossed.
    await stoa.sql('update auth.one_time_tokens set consumed_at = null where relates_to = $1', [email])
    const answers = await Promise.all([prove(sam, { token: first }), prove(rival, { token: second })])
    // The other one hears that the address is taken, or, a moment later, that the winner voided the link.
    const [won, lost] = answers.map(({ status }) => status).sort()
    expect(won).toBe(200)
    expect([409, 410]).toContain(lost)
    const rows = await stoa.sql('select 1 from auth.user_emails where email = $1 and is_verified', [email])
    expect(rows).toHaveLength(1)
  }
})

test('an address somebody has proven cannot be added by another, and nobody is told that it exists', async () => {
  const { email } = await given(sam)
  const rival = await givenPerson(stoa, organization)
  const free = await add(rival, fresh())
  const taken = await add(rival, email)
  expect([taken.status, Object.keys(taken.body)]).toEqual([free.status, Object.keys(free.body)])
  const mail = await mailTo(stoa, email)
  expect(mail.subject).toBe('Somebody tried to add your address')
  expect(mail.text).not.toMatch(/token=/)
  expect((await add(rival, sam.email)).status).toBe(201)
  expect((await mailTo(stoa, sam.email)).text).not.toMatch(/token=/)
})

test('a link that somebody else asked for does not make its owner part of their account', async () => {
  const victim = await givenPerson(stoa, organization)
  const email = fresh()
  await add(sam, email)
  const token = await tokenMailedTo(stoa, email)
  expect((await prove(victim, { token })).body.code).toBe('identity.link_not_valid')
  expect((await stoa.strangerAt(organization).post('/identity/me/addresses/proofs', { token })).status).toBe(
    401,
  )
  expect(await addresses(victim)).toHaveLength(1)
})

test('whoever signs up with an address that is another’s further one is told that they have an account', async () => {
  const { email } = await given(sam)
  await stoa.strangerAt(organization).post('/identity/sign-ups', { email, name: 'Nina', password })
  expect((await mailTo(stoa, email)).subject).toContain('You have an account')
})

test('a new password can be chosen by any proven address, and by none that was removed', async () => {
  const { id, email } = await given(sam)
  const ask = () => stoa.strangerAt(organization).post('/identity/password-reset-requests', { email })
  await ask()
  const removedLater = await tokenMailedTo(stoa, email)
  await stoa.as(sam).delete(`/identity/me/addresses/${id}`)
  expect((await mailTo(stoa, email)).subject).toBe('This address was removed from your account')
  const reset = (token: string) =>
    stoa.stranger.post('/identity/password-resets', { token, password: 'eleven grey otters' })
  expect((await reset(removedLater)).status).toBe(410)
  await given(sam, email)
  await ask()
  expect((await reset(await tokenMailedTo(stoa, email))).status).toBe(200)
  expect((await signIn(sam.email, 'eleven grey otters')).status).toBe(201)
})

test('the main address changes with a recent proof, and only to a proven one', async () => {
  const { id, email } = await given(sam)
  const unproven = (await add(sam, fresh())).body.id
  expect((await stoa.as(sam).put(`/identity/me/addresses/${unproven}/primary`)).body.code).toBe(
    'identity.address_not_proven',
  )
  await tire(sam)
  for (const answer of [
    await add(sam, fresh()),
    await stoa.as(sam).put(`/identity/me/addresses/${id}/primary`),
    await stoa.as(sam).delete(`/identity/me/addresses/${id}`),
  ])
    expect(answer.body.code).toBe('identity.proof_too_old')
  await stoa.sql('update auth.sessions set authenticated_at = now() where user_id = $1', [sam.userId])
  expect((await stoa.as(sam).put(`/identity/me/addresses/${id}/primary`)).body.isPrimary).toBe(true)
  expect((await stoa.as(sam).get('/identity/me')).body.person.email).toBe(email)
  const [main] = await addresses(sam)
  expect((await stoa.as(sam).delete(`/identity/me/addresses/${main.id}`)).body.code).toBe(
    'identity.primary_address_stays',
  )
})

test('whoever did not want the change takes it back: thieves are out, with all they left behind', async () => {
  // Somebody is in Sam's account.
  const thief = sam
  const { id, email } = await given(thief)
  await stoa.as(thief).put(`/identity/me/addresses/${id}/primary`)
  const mail = await mailTo(stoa, sam.email)
  expect(mail.text).toContain(email)
  const token = await tokenMailedTo(stoa, sam.email)
  await stoa
    .as(thief)
    .put('/identity/me/password', { currentPassword: password, newPassword: 'the thief chose this' })

  const answers = await Promise.all(
    Array.from({ length: 50 }, () => stoa.stranger.post('/identity/address-undoings', { token })),
  )
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  expect((await stoa.as(thief).get('/identity/me')).status).toBe(401)
  expect((await signIn(sam.email, 'the thief chose this')).status).toBe(401)
  expect((await signIn(email, 'the thief chose this')).status).toBe(401)
  const reset = await tokenMailedTo(stoa, sam.email)
  expect(
    (await stoa.stranger.post('/identity/password-resets', { token: reset, password: 'my own new words' }))
      .status,
  ).toBe(200)
  const back = (await signIn(sam.email, 'my own new words')).body
  expect(await addresses(back)).toEqual([expect.objectContaining({ email: sam.email, isPrimary: true })])
})

test('nobody reads or changes the addresses of somebody else', async () => {
  const { id } = await given(sam)
  const other = await givenPerson(stoa, organization, 'owner')
  expect((await stoa.as(other).put(`/identity/me/addresses/${id}/primary`)).status).toBe(404)
  expect((await stoa.as(other).delete(`/identity/me/addresses/${id}`)).status).toBe(404)
  expect((await stoa.strangerAt(organization).get('/identity/me/addresses')).status).toBe(401)
})

test.each([
  { email: 'no address' },
  { email: `${'x'.repeat(250)}@people.test` },
  { email: 'a\u0000b@people.test' },
  {},
  { email: 7 },
])('what is no address is refused: %j', async (body) => {
  const answer = await stoa.as(sam).post('/identity/me/addresses', body)
  expect([400, 422]).toContain(answer.status)
})
