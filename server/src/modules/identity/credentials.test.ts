import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hashToken, randomToken } from '../../platform/keys.ts'
import { allowed, clientOf, givenApp, listeningStoa, type OAuthStoa, redeem } from './oauth-server/testing.ts'
import { givenDirectory, scimCaller } from './scim/testing.ts'
import { signServiceToken } from './sessions/access-tokens.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
  tokenMailedTo,
} from './testing.ts'
import { callWire } from './wire/testing.ts'

const password = 'seven blue herons'
let stoa: OAuthStoa
let academy: GivenOrganization
let elsewhere: GivenOrganization
let owner: GivenPerson
let app: { clientId: string; secret: string | null }
let sam: GivenPerson
let refreshToken = ''

beforeAll(async () => {
  stoa = await listeningStoa()
  academy = await givenOrganization(stoa)
  elsewhere = await givenOrganization(stoa)
  owner = await givenPerson(stoa, academy, 'owner')
  app = await givenApp(stoa, academy)
})
afterAll(() => stoa.close())
beforeEach(async () => {
  await stoa.sql('delete from platform.rate_limits')
  sam = await givenPerson(stoa, academy, 'student', 'Sam Sample', password)
})

const joinElsewhere = () =>
  stoa.sql('insert into auth.memberships (organization_id, user_id) values ($1, $2)', [
    elsewhere.id,
    sam.userId,
  ])

type Status = (at?: GivenOrganization) => Promise<number>
const bearing =
  (token: string): Status =>
  async (at) =>
    (await stoa.as({ token }).get('/identity/me', at ? { 'stoa-organization': at.slug } : {})).status

/** Everything a person can hold that opens a door, and what the door answers. */
async function credentialsOf(person: GivenPerson): Promise<Record<string, Status>> {
  const signedIn = await callWire(stoa, academy, 'POST', '/token?grant_type=password', {
    body: { email: person.email, password },
  })
  refreshToken = signedIn.body.refresh_token
  const wish = { name: 'x', scopes: ['identity:read'], expiresInDays: 7 }
  const api = await stoa.as(person).post('/identity/me/api-tokens', wish)
  const config = await clientOf(stoa, app)
  const tokens = await redeem(config, await allowed(stoa, config, person))
  return {
    'session cookie': async (at) =>
      (
        await stoa.server.inject({
          url: '/api/v1/identity/me',
          headers: {
            cookie: `stoa=${person.token}`,
            'stoa-organization': (at ?? academy).slug,
          },
        })
      ).statusCode,
    'session token': bearing(person.token),
    'access token': bearing(signedIn.body.access_token),
    'API token': bearing(api.body.token),
    'token of an app': bearing(tokens.access_token),
  }
}

const answers = async (credentials: Record<string, Status>, at?: GivenOrganization) =>
  Object.fromEntries(
    await Promise.all(Object.entries(credentials).map(async ([kind, status]) => [kind, await status(at)])),
  )
const all = (status: number) => ({
  'session cookie': status,
  'session token': status,
  'access token': status,
  'API token': status,
  'token of an app': status,
})
const refresh = () =>
  callWire(stoa, academy, 'POST', '/token?grant_type=refresh_token', {
    body: { refresh_token: refreshToken },
  })

describe('refused at once, with every kind of token in hand', () => {
  const asOwner = () => stoa.as(owner)
  const ends: Record<string, () => Promise<unknown>> = {
    'banned from the organization': () =>
      asOwner().put(`/identity/people/${sam.userId}/ban`, { reason: 'Spam', until: null }),
    'banned from the installation': () =>
      stoa.sql(`update auth.users set banned_until = now() + interval '1 hour' where id = $1`, [sam.userId]),
    deactivated: () => asOwner().put(`/identity/people/${sam.userId}/deactivation`),
    removed: () => asOwner().delete(`/identity/people/${sam.userId}`),
    deleted: () =>
      stoa.server.inject({
        method: 'DELETE',
        url: '/api/v1/identity/me',
        headers: { authorization: `Bearer ${sam.token}` },
        payload: { confirmation: sam.email },
      }),
  }

  test.each(Object.keys(ends))('%s', async (name) => {
    const credentials = await credentialsOf(sam)
    expect(await answers(credentials)).toEqual(all(200))
    const done = (await ends[name]!()) as { status?: number; statusCode?: number }
    expect([200, undefined]).toContain(done.status ?? done.statusCode)
    expect(await answers(credentials)).toEqual(all(401))
    expect((await refresh()).status).toBe(400)
  })

  test('who left sees what a stranger sees, and what was made for the organization is worth nothing', async () => {
    const credentials = await credentialsOf(sam)
    expect((await stoa.as(sam).delete('/identity/me/membership')).status).toBe(200)
    const after = await answers(credentials)
    expect(after).toMatchObject({ 'access token': 401, 'API token': 401, 'token of an app': 401 })
    expect((await stoa.as(sam).get('/identity/login-history')).status).toBeGreaterThanOrEqual(401)
    expect((await refresh()).status).toBe(400)
  })

  test('signed out everywhere, and after a new password: every session, and apps that may not go on alone', async () => {
    for (const end of [
      () => callWire(stoa, academy, 'POST', '/logout?scope=global', { token: accessToken }),
      async () => {
        await stoa.strangerAt(academy).post('/identity/password-reset-requests', { email: sam.email })
        const token = await tokenMailedTo(stoa, sam.email)
        return stoa.stranger.post('/identity/password-resets', { token, password: 'nine green otters' })
      },
    ]) {
      sam = await givenPerson(stoa, academy, 'student', 'Sam Sample', password)
      const signedIn = await callWire(stoa, academy, 'POST', '/token?grant_type=password', {
        body: { email: sam.email, password },
      })
      const accessToken_ = signedIn.body.access_token
      accessToken = accessToken_
      refreshToken = signedIn.body.refresh_token
      const config = await clientOf(stoa, app)
      const bound = await redeem(config, await allowed(stoa, config, sam, { scope: 'openid identity:read' }))
      await end()
      for (const token of [sam.token, accessToken_, bound.access_token])
        expect(await bearing(token)()).toBe(401)
      expect((await refresh()).status).toBe(400)
    }
  })
  let accessToken = ''
})

describe('of one organization, worthless in another', () => {
  test('what is bound to an organization opens no other one, also for a member of both', async () => {
    await joinElsewhere()
    const credentials = await credentialsOf(sam)
    expect(await answers(credentials, academy)).toEqual(all(200))
    // A session of a browser looks where its person belongs; everything else was made for one place.
    expect(await answers(credentials, elsewhere)).toEqual({
      ...all(401),
      'session cookie': 200,
      'session token': 200,
    })
  })

  test('an access token does not move its session to another organization', async () => {
    await joinElsewhere()
    const { body } = await callWire(stoa, academy, 'POST', '/token?grant_type=password', {
      body: { email: sam.email, password },
    })
    const switched = await stoa
      .as({ token: body.access_token })
      .put('/identity/sessions/current/organization', { slug: elsewhere.slug })
    expect(switched.status).toBe(404)
    expect(await bearing(body.access_token)(elsewhere)).toBe(401)
  })

  test('a session cookie of a member is a stranger at an organization they do not belong to', async () => {
    const seen = await stoa.as(sam).get('/identity/people', { 'stoa-organization': elsewhere.slug })
    expect(seen.status).toBe(403)
    const me = await stoa.as(owner).get('/identity/security-policy', { 'stoa-organization': elsewhere.slug })
    expect(me.status).toBe(403)
  })

  test('the token of a directory opens its own people and nothing else', async () => {
    const here = await givenDirectory(stoa, academy)
    const there = await givenDirectory(stoa, elsewhere)
    const made = await there.post('/Users', {
      schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
      userName: 'lou@elsewhere.test',
      emails: [{ value: 'lou@elsewhere.test', primary: true }],
    })
    expect(made.status).toBe(201)
    expect((await here.get(`/Users/${made.body.id}`)).status).toBe(404)
    expect(await bearing(here.token)()).toBe(401)
    expect((await callWire(stoa, academy, 'GET', '/user', { token: here.token })).status).toBe(403)
    const path = `/identity/directories/${here.id}/tokens/${here.token.split('_')[1]}`
    expect((await stoa.as(here.owner).delete(path)).status).toBe(200)
    expect((await here.get('/Users')).status).toBe(401)
    expect((await scimCaller(stoa, sam.token).get('/Users')).status).toBe(401)
  })

  test('a key of the operator for one organization does nothing in another', async () => {
    const token = await signServiceToken(stoa.app, 'service_role', academy.id)
    const list = (at: GivenOrganization) => callWire(stoa, at, 'GET', '/admin/users', { token })
    expect([(await list(academy)).status, (await list(elsewhere)).status]).toEqual([200, 403])
    expect(await bearing(token)()).toBe(401)
  })
})

describe('a credential acts for its own person', () => {
  test('an API token or an app cannot name somebody else', async () => {
    const credentials = await credentialsOf(sam)
    expect(credentials['API token']).toBeDefined()
    const wish = { name: 'x', scopes: ['identity:read', 'identity:write'], expiresInDays: 7 }
    const { body } = await stoa.as(owner).post('/identity/me/api-tokens', wish)
    const program = stoa.as(body)
    const pretend = {
      'x-user-id': sam.userId,
      'stoa-user': sam.userId,
      'stoa-on-behalf-of': sam.userId,
      cookie: `stoa=${sam.token}`,
    }
    const me = await program.get(`/identity/me?userId=${sam.userId}&personId=${sam.userId}`, pretend)
    expect(me.body.person?.id ?? owner.userId).toBe(owner.userId)
    const act = await program.post(`/identity/people/${sam.userId}/impersonations`, { reason: 'To look' })
    expect([act.status, act.body.params.reason]).toEqual([403, 'session_required'])
    const listed = await program.get('/identity/me/api-tokens', pretend)
    expect(listed.body.items.every(({ name }: { name: string }) => name === 'x')).toBe(true)
  })

  test('an id token of the OAuth server is no access token, whatever it carries', async () => {
    const config = await clientOf(stoa, app)
    const { id_token: idToken = '' } = await redeem(config, await allowed(stoa, config, sam))
    expect(idToken.split('.')).toHaveLength(3)
    expect(await bearing(idToken)()).toBe(401)
    const wire = await callWire(stoa, academy, 'GET', '/user', { token: idToken })
    expect([wire.status, wire.body.error_code]).toEqual([403, 'bad_jwt'])
    const asKey = await callWire(stoa, academy, 'GET', '/admin/users', { headers: { apikey: idToken } })
    expect(asKey.status).toBe(401)
  })

  test('a token for another audience is refused', async () => {
    const { body } = await callWire(stoa, academy, 'POST', '/token?grant_type=password', {
      body: { email: sam.email, password },
    })
    expect(await bearing(body.access_token)()).toBe(200)
    const { auth } = stoa.app.config
    const before = auth.jwtAudience
    auth.jwtAudience = 'another-installation'
    try {
      expect(await bearing(body.access_token)()).toBe(401)
    } finally {
      auth.jwtAudience = before
    }
    expect(await bearing(body.access_token)()).toBe(200)
  })
})

describe('a session that rests on the word of an organization', () => {
  /** As if Sam had come by the single sign-on of the academy. */
  async function bySso(): Promise<string> {
    const [sso] = await stoa.sql<{ id: string }>(
      `insert into auth.sso_providers (organization_id, kind, name) values ($1, 'saml', 'x') returning id`,
      [academy.id],
    )
    const token = randomToken()
    await stoa.sql(
      `insert into auth.sessions (user_id, organization_id, token_hash, not_after, idle_after, sso_provider_id)
       values ($1, $2, $3, now() + interval '1 day', now() + interval '1 day', $4)`,
      [sam.userId, academy.id, hashToken(token), sso!.id],
    )
    return token
  }

  test('changes nothing by which its person comes in elsewhere', async () => {
    await joinElsewhere()
    const token = await bySso()
    const who = stoa.as({ token })
    const mine = (await stoa.as(sam).get('/identity/me/addresses')).body.items[0]
    const more = `${randomBytes(4).toString('hex')}@people.test`
    const { body: added } = await stoa.as(sam).post('/identity/me/addresses', { email: more })
    const link = await tokenMailedTo(stoa, more)
    for (const [what, answer] of Object.entries({
      add: await who.post('/identity/me/addresses', { email: `x${more}` }),
      prove: await who.post('/identity/me/addresses/proofs', { token: link }),
      primary: await who.put(`/identity/me/addresses/${mine.id}/primary`),
      remove: await who.delete(`/identity/me/addresses/${added.id}`),
      phone: await who.post('/identity/me/phone/codes', { phone: '+4915112345678' }),
      noPhone: await who.delete('/identity/me/phone'),
      factor: await who.post('/identity/factors', { type: 'totp', name: 'Theirs' }),
      passkey: await who.post('/identity/passkeys/challenges'),
      account: await who.post('/identity/provider-visits', { provider: 'google', purpose: 'link' }),
      everything: await stoa.server
        .inject({
          method: 'DELETE',
          url: '/api/v1/identity/me',
          headers: { authorization: `Bearer ${token}` },
          payload: { confirmation: sam.email },
        })
        .then((deleted) => ({ body: deleted.json() })),
    }))
      expect([what, answer.body.code]).toEqual([what, 'identity.own_sign_in_needed'])
    const moved = await who.put('/identity/sessions/current/organization', { slug: elsewhere.slug })
    expect(moved.status).toBe(404)
    expect(await bearing(token)(elsewhere)).toBe(401)
  })

  test('sets no password by the wire, whose tokens it may have', async () => {
    await bySso()
    const { body } = await callWire(stoa, academy, 'POST', '/token?grant_type=password', {
      body: { email: sam.email, password },
    })
    await stoa.sql(
      `update auth.sessions set sso_provider_id = (select id from auth.sso_providers where organization_id = $1 limit 1)
        where user_id = $2 and token_hash is null`,
      [academy.id, sam.userId],
    )
    for (const change of [
      { password: 'the thief chose this' },
      { email: `x-${sam.email}` },
      { phone: '4915112345678' },
    ]) {
      const answer = await callWire(stoa, academy, 'PUT', '/user', { token: body.access_token, body: change })
      expect([answer.status, answer.body.error_code]).toEqual([403, 'own_sign_in_needed'])
    }
  })

  test('takes along what its own organization keeps, and nothing of another', async () => {
    await joinElsewhere()
    const { body } = await stoa.as({ token: await bySso() }).get('/identity/me/export')
    expect(
      body.organizations.map(({ organization }: { organization: { id: string } }) => organization.id),
    ).toEqual([academy.id])
    expect(Object.keys(body.person)).not.toContain('sessions')
    const own = await stoa.as(sam).get('/identity/me/export')
    expect(own.body.organizations).toHaveLength(2)
  })

  test('makes nobody a member of another organization', async () => {
    const inviter = await givenPerson(stoa, elsewhere, 'owner')
    const roles = (await stoa.as(inviter).get('/identity/roles')).body.items
    const roleId = roles.find((role: { key: string }) => role.key === 'student').id
    await stoa.as(inviter).post('/identity/invitations', { email: sam.email, roleId })
    const link = await tokenMailedTo(stoa, sam.email)
    const answer = await stoa
      .as({ token: await bySso() })
      .post('/identity/invitation-acceptances', { token: link })
    expect(answer.body.code).toBe('identity.own_sign_in_needed')
    expect((await stoa.as(sam).post('/identity/invitation-acceptances', { token: link })).status).toBe(201)
  })
})
