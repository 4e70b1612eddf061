import { createHash, randomBytes } from 'node:crypto'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { testConfig } from '../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { appCode, timePasses } from './factors/testing.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  mailTo,
  textTo,
  tokenMailedTo,
} from './testing.ts'
import { authClient, callWire, codeMailedTo } from './wire/testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let owner: GivenPerson
let log = ''

/** What opens a door, by what it is: everything somebody was told or typed during the test. */
const secrets = new Map<string, string>()
/** Digits alone could stand anywhere, so they count only as a word of their own. */
const codes = new Map<string, string>()
const learn = (what: string, secret: unknown): string => {
  const text = String(secret)
  expect([what, text.length >= 6, text]).toEqual([
    what,
    true,
    expect.not.stringMatching(/^(undefined|null)$/),
  ])
  ;(/^\d+$/.test(text) ? codes : secrets).set(`${what} ${secrets.size + codes.size}`, text)
  return text
}

beforeAll(async () => {
  const stream = new Writable({
    write(chunk, _encoding, done) {
      log += String(chunk)
      done()
    },
  })
  const { auth } = testConfig()
  const plenty = { ...auth.rateLimits, tokenRefresh: 100_000, otp: 100_000, verify: 100_000 }
  stoa = await testStoa(
    { auth: { ...auth, mailPauseSeconds: 0, smsPauseSeconds: 0, rateLimits: plenty } },
    [],
    // Without the hiding of names: what is not said need not be hidden.
    pino({ level: 'debug' }, stream),
  )
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner', 'Olga Owner', learn('password', 'nine olive otters'))
  learn('session token', owner.token)
})
afterAll(() => stoa.close())

const at = () => stoa.strangerAt(organization)
const wire = (path: string, body: object) => callWire(stoa, organization, 'POST', path, { body })
const codeIn = (text: string) => /\b(\d{6})\b/.exec(text.replace(/https?:\S+/g, ''))?.[1]
let keys = 0
/** A key that asks the server to remember the answer. */
const repeatable = () => ({ 'idempotency-key': `once-${++keys}` })

/** What every table says, as text; bytes are hexadecimal there. */
async function everything(): Promise<Map<string, string>> {
  const tables = await stoa.sql<{ name: string }>(
    `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  const said = new Map<string, string>()
  for (const { name } of tables) {
    // The catcher of a development machine is the mailbox itself.
    if (/^platform\.caught_/.test(name)) continue
    const rows = await stoa.sql<{ text: string }>(`select to_jsonb(t)::text as text from ${name} t`)
    said.set(name, rows.map(({ text }) => text).join('\n'))
  }
  return said
}

/** Where a secret stands in clear: as text, as bytes, or as a plain digest of what could be guessed. */
function findings(where: string, text: string): string[] {
  const found: string[] = []
  for (const [what, secret] of secrets) {
    const forms = [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')]
    // A token of 256 bits is kept as its digest; a password or short code must not be.
    if (secret.length < 40) {
      const digest = createHash('sha256').update(secret)
      forms.push(digest.copy().digest('hex'), digest.copy().digest('base64'), digest.digest('base64url'))
    }
    for (const form of forms) if (text.includes(form.replace(/=+$/, ''))) found.push(`${what} in ${where}`)
  }
  for (const [what, code] of codes) {
    if (new RegExp(`(?<![\\w+-]|\\d\\.)${code}(?!\\w|-\\w|\\.\\d)`).test(text))
      found.push(`${what} in ${where}`)
    const digest = createHash('sha256').update(code).digest()
    if (text.includes(digest.toString('hex'))) found.push(`digest of ${what} in ${where}`)
  }
  return found
}

async function nothingIsSaid() {
  const found = findings('log', log)
  for (const [table, text] of await everything()) found.push(...findings(table, text))
  expect(found).toEqual([])
}

test('the search finds what stands in clear', async () => {
  const text = learn('planted text', 'a secret in clear')
  const code = learn('planted code', '918273')
  const describe = (said: string) =>
    stoa.sql('update auth.organizations set description = $2 where id = $1', [organization.id, said])
  for (const said of [text, `It is ${code}.`, Buffer.from(text).toString('hex')]) {
    await describe(said)
    const table = (await everything()).get('auth.organizations') ?? ''
    expect([said, findings('it', table)]).toEqual([said, [expect.stringContaining('planted')]])
  }
  await describe('')
  secrets.clear()
  codes.clear()
  learn('password', 'nine olive otters')
  learn('session token', owner.token)
})

test('signing up and in, codes and links: before and after the mails are sent', async () => {
  const email = `new-${randomBytes(4).toString('hex')}@people.test`
  const password = learn('password', 'eleven amber otters')
  await at().post('/identity/sign-ups', { email, name: 'Nora New', password }, repeatable())
  await nothingIsSaid()
  const link = learn('sign-up link', await tokenMailedTo(stoa, email))
  const verified = await at().post('/identity/email-verifications', { token: link, password }, repeatable())
  expect(verified.status).toBe(201)
  learn('session token', verified.body.token)
  const entered = await at().post('/identity/sessions', { email, password }, repeatable())
  learn('session token', entered.body.token)
  const wrong = learn('mistyped password', 'eleven amber otter')
  const refused = await at().post('/identity/sessions', { email, password: wrong, what: 'is this' })
  expect([refused.status, refused.text.includes(wrong)]).toEqual([422, false])
  expect((await at().post('/identity/sessions', { email, password: wrong })).text).not.toContain(wrong)

  await at().post('/identity/sign-in-codes', { email }, repeatable())
  await nothingIsSaid()
  learn('mailed code', codeIn((await mailTo(stoa, email)).text))
  learn('mailed link', await tokenMailedTo(stoa, email))
  await nothingIsSaid()
  const code = [...codes.values()].at(-1)!
  await at().post('/identity/sign-in-codes/redemptions', {
    email,
    code: code === '111111' ? '222222' : '111111',
  })
  const byCode = await at().post('/identity/sign-in-codes/redemptions', { email, code }, repeatable())
  learn('session token', byCode.body.token)

  await at().post('/identity/password-reset-requests', { email })
  learn('reset link', await tokenMailedTo(stoa, email))
  const next = learn('password', 'twelve amber otters')
  const reset = { token: [...secrets.values()].at(-2)!, password: next }
  expect((await stoa.stranger.post('/identity/password-resets', reset, repeatable())).status).toBe(200)
  await nothingIsSaid()
})

test('what apps get by the wire: access, refresh and PKCE', async () => {
  const password = 'nine olive otters'
  const first = await wire('/token?grant_type=password', { email: owner.email, password })
  learn('access token', first.body.access_token)
  learn('refresh token', first.body.refresh_token)
  const next = await wire('/token?grant_type=refresh_token', { refresh_token: first.body.refresh_token })
  learn('access token', next.body.access_token)
  learn('refresh token', next.body.refresh_token)
  const client = authClient(stoa, organization, { flowType: 'pkce' })
  await client.signInWithOtp({ email: owner.email })
  const mailed = await codeMailedTo(stoa, owner.email)
  learn('mailed link', mailed.token.replace(/^pkce_/, ''))
  learn('mailed code', mailed.code)
  const { headers } = await callWire(stoa, organization, 'GET', mailed.path)
  const code = learn('code of an app', new URL(headers.location!).searchParams.get('code'))
  const { data } = await client.exchangeCodeForSession(code)
  learn('refresh token', data.session?.refresh_token)
  learn('access token', data.session?.access_token)
  const signUp = `wire-${randomBytes(4).toString('hex')}@people.test`
  await wire('/signup', { email: signUp, password: learn('password', 'thirteen grey herons') })
  await nothingIsSaid()
  const waiting = await codeMailedTo(stoa, signUp)
  learn('sign-up link', waiting.token)
  learn('sign-up code', waiting.code)
  await wire('/verify', { type: 'signup', email: signUp, token: waiting.code })
  await nothingIsSaid()
})

test('second factors, recovery codes, phones and addresses', async () => {
  const begun = await stoa.as(owner).post('/identity/factors', { type: 'totp', name: 'App' }, repeatable())
  const secret = learn('secret of an authenticator app', begun.body.totp.secret)
  const code = learn('code of an authenticator app', appCode(secret))
  const proven = await stoa
    .as(owner)
    .post(`/identity/factors/${begun.body.factor.id}/verifications`, { code }, repeatable())
  for (const one of proven.body.recoveryCodes) learn('recovery code', one)
  owner = { ...owner, token: learn('session token', proven.body.token) }
  await timePasses(stoa)
  const renewed = await stoa.as(owner).post('/identity/recovery-codes', undefined, repeatable())
  for (const one of renewed.body.codes) learn('recovery code', one)
  const phone = `+4915${String(Math.random()).slice(2, 11)}`
  await stoa.as(owner).post('/identity/me/phone/codes', { phone }, repeatable())
  await nothingIsSaid()
  const texted = learn('code on a phone', codeIn(await textTo(stoa, phone)))
  await stoa.as(owner).put('/identity/me/phone', { phone, code: texted }, repeatable())
  const email = `more-${randomBytes(4).toString('hex')}@people.test`
  await stoa.as(owner).post('/identity/me/addresses', { email }, repeatable())
  await nothingIsSaid()
  learn('link to prove an address', await tokenMailedTo(stoa, email))
  await nothingIsSaid()
})

test('tokens that are shown once, also where the answer was to be remembered', async () => {
  const learner = await givenPerson(stoa, organization)
  const made: Array<[string, string, object, (body: Record<string, string>) => unknown]> = [
    [
      'API token',
      '/identity/me/api-tokens',
      { name: 'x', scopes: ['identity:read'], expiresInDays: 7 },
      (b) => b.token,
    ],
    [
      'secret of an app',
      '/identity/oauth-clients',
      { name: 'Notes', redirectUris: ['https://app.test/callback'], scopes: ['openid'] },
      (b) => b.secret,
    ],
    [
      'session in another’s name',
      `/identity/people/${learner.userId}/impersonations`,
      { reason: 'Asked for help' },
      (b) => b.token,
    ],
  ]
  for (const [what, path, body, pick] of made) {
    const key = repeatable()
    const first = await stoa.as(owner).post(path, body, key)
    expect([what, first.status]).toEqual([what, 201])
    learn(what, pick(first.body))
  }
  const directory = await stoa.as(owner).post('/identity/directories', { name: 'Staff', defaultRoleId: null })
  const token = await stoa
    .as(owner)
    .post(`/identity/directories/${directory.body.id}/tokens`, { expiresInDays: null }, repeatable())
  learn('token of a directory', token.body.token)
  const roles = (await stoa.as(owner).get('/identity/roles')).body.items
  const roleId = roles.find((role: { key: string }) => role.key === 'student').id
  const guest = `guest-${randomBytes(4).toString('hex')}@people.test`
  await stoa.as(owner).post('/identity/invitations', { email: guest, roleId }, repeatable())
  await nothingIsSaid()
  learn('invitation', await tokenMailedTo(stoa, guest))
  await stoa.as(owner).post('/identity/oauth-providers', {
    identifier: 'custom:school',
    providerType: 'oidc',
    name: 'School',
    clientId: 'stoa',
    clientSecret: learn('secret at a provider', randomBytes(20).toString('base64url')),
    issuer: 'https://school.test',
  })
  await stoa.settle()
  await nothingIsSaid()
})

test('an error of our own says nothing of what came in', async () => {
  const password = learn('password', 'fourteen blue otters')
  await stoa.sql('alter table auth.login_history rename to login_history_away')
  try {
    const answer = await at().post('/identity/sessions', { email: owner.email, password })
    expect([answer.status, answer.body.code]).toEqual([500, 'internal_error'])
    expect(answer.text).not.toContain(password)
    const link = await callWire(
      stoa,
      organization,
      'GET',
      `/verify?type=magiclink&token=${learn('link', randomBytes(32).toString('base64url'))}`,
    )
    expect(link.status).toBeLessThan(500)
  } finally {
    await stoa.sql('alter table auth.login_history_away rename to login_history')
  }
  expect(log).toContain('unexpected error')
  await nothingIsSaid()
})
