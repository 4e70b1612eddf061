import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import { givenIdp, type ReadRequest, readRequest, respond, type Saying, type TestIdp } from './testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

type Place = { organization: GivenOrganization; owner: GivenPerson; idp: TestIdp; id: string; domain: string }
let count = 0

/** An organization whose single sign-on works, with a proven domain. */
async function givenSso(more: object = {}): Promise<Place> {
  const organization = await givenOrganization(stoa)
  const owner = await givenPerson(stoa, organization, 'owner')
  const idp = givenIdp()
  const domain = `firm${++count}.test`
  const made = await stoa.as(owner).post('/identity/sso-providers', {
    kind: 'saml',
    name: 'Firm',
    metadataXml: idp.metadata,
    domains: [domain],
    ...more,
  })
  await proveByHand(organization, made.body.domains[0].id)
  return { organization, owner, idp, id: made.body.id, domain }
}

const proveByHand = (organization: GivenOrganization, domainId: string) =>
  stoa.sql(
    `with proven as (update auth.sso_domains set verified_at = now(), verified_by = 'operator' where organization_id = $1 and id = $2 returning *)
     insert into auth.proven_domains (domain, organization_id, sso_domain_id) select domain, organization_id, id from proven`,
    [organization.id, domainId],
  )

const cookieOf = (headers: Record<string, unknown>, name: string): string | undefined => {
  const lines = [headers['set-cookie']].flat().filter(Boolean) as string[]
  return lines.find((line) => line.startsWith(`${name}=`))?.split(';')[0]
}

/** A browser leaves for its identity provider. */
async function leave(place: Place, next?: string): Promise<{ request: ReadRequest; cookie: string }> {
  const left = await stoa
    .strangerAt(place.organization)
    .post('/identity/sso-visits', { email: `who@${place.domain}`, ...(next ? { next } : {}) })
  expect(left.status).toBe(201)
  return { request: readRequest(left.body.url), cookie: cookieOf(left.headers, 'stoa-sso')! }
}

const post = (fields: Record<string, string>, cookie?: string, headers: Record<string, string> = {}) =>
  stoa.server.inject({
    method: 'POST',
    url: '/auth/v1/sso/saml/acs',
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      origin: 'https://idp.test',
      ...(cookie ? { cookie } : {}),
      ...headers,
    },
    payload: new URLSearchParams(fields).toString(),
  })

/** Leaves, and comes back with what the identity provider says. */
async function arrive(place: Place, says: Saying = {}, idp = place.idp) {
  const { request, cookie } = await leave(place, '/courses?x=1')
  return post(respond(idp, request, says), cookie)
}
const person = (place: Place, name: string, more: Saying = {}): Saying => ({
  nameId: `id-of-${name}`,
  attributes: { email: `${name}@${place.domain}`, displayName: `${name} of the firm` },
  ...more,
})
const meOf = async (answer: { headers: object }) => {
  const cookie = cookieOf(answer.headers as Record<string, unknown>, 'stoa') ?? ''
  const me = await stoa.server.inject({ method: 'GET', url: '/api/v1/identity/me', headers: { cookie } })
  return { status: me.statusCode, body: me.json(), token: cookie.slice('stoa='.length) }
}
const codeOf = (answer: { json(): { msg: string; error_code: string; code: number } }) =>
  answer.json().error_code

describe('arriving', () => {
  test('somebody new becomes a person, a member with the default role, and is signed in here only', async () => {
    const place = await givenSso()
    const answer = await arrive(place, person(place, 'ada'))
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe('/sign-in/finish?next=%2Fcourses%3Fx%3D1')
    const me = await meOf(answer)
    expect(me.status).toBe(200)
    const [row] = await stoa.sql<{ name: string; is_sso_user: boolean; confirmed: boolean; keys: string[] }>(
      `select u.name, u.is_sso_user, u.email_confirmed_at is not null as confirmed,
              array(select r.key from auth.role_assignments a join auth.roles r on r.id = a.role_id
                     join auth.memberships m on m.id = a.membership_id where m.user_id = u.id) as keys
         from auth.users u where email = $1`,
      [`ada@${place.domain}`],
    )
    expect(row).toEqual({ name: 'ada of the firm', is_sso_user: true, confirmed: true, keys: ['student'] })
    const elsewhere = await givenOrganization(stoa)
    const there = await stoa.as(me).get('/identity/me', { 'stoa-organization': elsewhere.slug })
    expect(there.status).toBe(401)
    const trail = await stoa.sql<{ action: string }>(
      'select action from audit.entries where organization_id = $1',
      [place.organization.id],
    )
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['identity.sso_linked', 'identity.person_joined', 'identity.signed_in']),
    )
  })

  test('the same person comes again, also with another address', async () => {
    const place = await givenSso()
    await arrive(place, person(place, 'ben'))
    const again = await arrive(
      place,
      person(place, 'ben', { attributes: { email: `benjamin@${place.domain}` } }),
    )
    expect(again.statusCode).toBe(303)
    const people = await stoa.sql(`select 1 from auth.users where email like '%@${place.domain}'`)
    expect(people).toHaveLength(1)
  })

  test('the address of somebody who has an account is linked to it', async () => {
    const place = await givenSso()
    const member = await givenPerson(stoa, place.organization, 'mentor')
    await stoa.sql('update auth.users set email = $2 where id = $1', [member.userId, `cleo@${place.domain}`])
    await stoa.sql('update auth.user_emails set email = $2 where user_id = $1', [
      member.userId,
      `cleo@${place.domain}`,
    ])
    expect((await arrive(place, person(place, 'cleo'))).statusCode).toBe(303)
    const identities = await stoa.sql(
      'select provider from auth.identities where user_id = $1 order by provider',
      [member.userId],
    )
    expect(identities).toEqual([{ provider: 'email' }, { provider: `sso:${place.id}` }])
  })

  test('an account that was planted for the address loses everything that was planted', async () => {
    const place = await givenSso()
    const planted = await givenPerson(
      stoa,
      await givenOrganization(stoa),
      'student',
      'Planter',
      'planted password',
    )
    const email = `dora@${place.domain}`
    await stoa.sql('update auth.users set email = $2, email_confirmed_at = null, phone = $3 where id = $1', [
      planted.userId,
      email,
      '4915112345',
    ])
    await stoa.sql('delete from auth.user_emails where user_id = $1', [planted.userId])
    expect((await arrive(place, person(place, 'dora'))).statusCode).toBe(303)
    expect((await stoa.as(planted).get('/identity/me')).status).toBe(401)
    const [row] = await stoa.sql('select name, encrypted_password, phone from auth.users where email = $1', [
      email,
    ])
    expect(row).toEqual({ name: 'dora of the firm', encrypted_password: null, phone: null })
    const identities = await stoa.sql('select provider from auth.identities where user_id = $1', [
      planted.userId,
    ])
    expect(identities).toEqual([{ provider: `sso:${place.id}` }])
  })

  test('groups give roles and take them away; what was given by hand stays', async () => {
    const place = await givenSso()
    const roles = await stoa.sql<{ id: string; key: string }>(
      'select id, key from auth.roles where organization_id = $1',
      [place.organization.id],
    )
    const mentor = roles.find(({ key }) => key === 'mentor')!.id
    await stoa.as(place.owner).patch(`/identity/sso-providers/${place.id}`, {
      attributeMapping: { groups: 'teams', roles: [{ group: 'teachers', roleId: mentor }] },
    })
    const keys = async () =>
      (
        await stoa.sql<{ key: string }>(
          `select r.key from auth.role_assignments a join auth.roles r on r.id = a.role_id
             join auth.memberships m on m.id = a.membership_id join auth.users u on u.id = m.user_id
            where u.email = $1 order by r.key`,
          [`eve@${place.domain}`],
        )
      ).map(({ key }) => key)
    const says = (teams: string[]) =>
      person(place, 'eve', { attributes: { email: `eve@${place.domain}`, teams } })
    await arrive(place, says(['teachers', 'staff']))
    expect(await keys()).toEqual(['mentor', 'student'])
    await arrive(place, says(['staff']))
    expect(await keys()).toEqual(['student'])
  })

  test('of fifty posts of one answer exactly one works', async () => {
    const place = await givenSso()
    const { request, cookie } = await leave(place)
    const fields = respond(place.idp, request, person(place, 'fay'))
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(fields, cookie)))
    expect(answers.filter(({ statusCode }) => statusCode === 303)).toHaveLength(1)
    const sessions = await stoa.sql('select 1 from auth.sessions where sso_provider_id = $1', [place.id])
    expect(sessions).toHaveLength(1)
  })

  test('an assertion works once even where its request would work again', async () => {
    const place = await givenSso()
    const { request, cookie } = await leave(place)
    const fields = respond(place.idp, request, person(place, 'gus'))
    expect((await post(fields, cookie)).statusCode).toBe(303)
    await stoa.sql('update auth.saml_relay_states set consumed_at = null where request_id = $1', [request.id])
    const again = await post(fields, cookie)
    expect(again.statusCode).toBe(400)
    expect(again.json().msg).toContain('used already')
  })
})

describe('who does not get in', () => {
  test('an address outside the proven domains', async () => {
    const place = await givenSso()
    for (const email of [
      'boss@other.test',
      `boss@sub.${place.domain}`,
      `boss@${place.domain}.evil.test`,
      `boss@evil.test@${place.domain}x`,
      place.owner.email,
    ]) {
      const answer = await arrive(place, { nameId: 'x', attributes: { email } })
      expect(answer.statusCode).toBe(403)
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    const none = await arrive(place, { nameId: 'x' })
    expect(codeOf(none)).toBe('saml_assertion_no_email')
    const [{ tries }] = (await stoa.sql<{ tries: number }>(
      "select count(*)::int as tries from auth.login_history where organization_id = $1 and not success and method = 'sso/saml'",
      [place.organization.id],
    )) as [{ tries: number }]
    expect(tries).toBe(6)
  })

  test('an assertion of another organization’s provider', async () => {
    const [place, other] = [await givenSso(), await givenSso()]
    const answer = await arrive(place, person(place, 'hal'), other.idp)
    expect(answer.statusCode).toBe(400)
    // The neighbour's request, answered by the neighbour's provider, lets nobody in here.
    const { request, cookie } = await leave(other)
    const crossed = await post(respond(other.idp, request, person(place, 'hal')), cookie)
    expect(crossed.statusCode).toBe(403)
    // A request cannot be moved to another organization either.
    const moved = {
      ...request,
      relayState: request.relayState.replace(other.organization.id, place.organization.id),
    }
    expect((await post(respond(other.idp, moved, person(other, 'hal')), cookie)).statusCode).toBe(404)
  })

  test('when it is switched off; sessions that came by it end', async () => {
    const place = await givenSso()
    const me = await meOf(await arrive(place, person(place, 'ida')))
    const { request, cookie } = await leave(place)
    await stoa.as(place.owner).patch(`/identity/sso-providers/${place.id}`, { disabled: true })
    expect((await stoa.as(me).get('/identity/me')).status).toBe(401)
    const answer = await post(respond(place.idp, request, person(place, 'ida')), cookie)
    expect(codeOf(answer)).toBe('sso_provider_disabled')
    const left = await stoa.stranger.post('/identity/sso-visits', { providerId: place.id })
    expect(left.body.code).toBe('identity.sso_disabled')
    const byAddress = await stoa.stranger.post('/identity/sso-visits', { email: `ida@${place.domain}` })
    expect(byAddress.body.code).toBe('identity.sso_unknown')
  })

  test('an answer nobody asked for, too late, or in another browser', async () => {
    const place = await givenSso()
    const unasked = {
      id: '_x',
      acsUrl: 'http://stoa.test/auth/v1/sso/saml/acs',
      entityId: 'http://stoa.test/auth/v1/sso/saml/metadata',
      destination: '',
      relayState: '',
    }
    for (const relayState of [
      '',
      'x',
      'https://evil.test',
      `${place.organization.id}.${place.id}`,
      `${place.id}`,
    ]) {
      const answer = await post(respond(place.idp, { ...unasked, relayState }, person(place, 'jo')))
      expect(codeOf(answer)).toBe('saml_relay_state_not_found')
    }
    const { request, cookie } = await leave(place)
    const fields = respond(place.idp, request, person(place, 'jo'))
    expect((await post(fields)).statusCode).toBe(403)
    expect((await post(fields, 'stoa-sso=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).statusCode).toBe(403)
    await stoa.sql(
      "update auth.saml_relay_states set expires_at = now() - interval '1 second' where request_id = $1",
      [request.id],
    )
    expect((await post(fields, cookie)).statusCode).toBe(404)
  })

  test('somebody banned, or whose membership was ended', async () => {
    const place = await givenSso()
    await arrive(place, person(place, 'kim'))
    const who = 'user_id = (select id from auth.users where email = $1)'
    await stoa.sql(`update auth.memberships set status = 'inactive' where ${who}`, [`kim@${place.domain}`])
    expect((await arrive(place, person(place, 'kim'))).statusCode).toBe(400)
    await stoa.sql(`update auth.memberships set status = 'active' where ${who}`, [`kim@${place.domain}`])
    await stoa.sql("update auth.users set banned_until = now() + interval '1 day' where email = $1", [
      `kim@${place.domain}`,
    ])
    expect((await arrive(place, person(place, 'kim'))).statusCode).toBe(400)
  })

  test('a browser is led back to the sign-in page with the reason', async () => {
    const place = await givenSso()
    const { request, cookie } = await leave(place)
    const fields = respond(place.idp, request, person(place, 'lea', { sign: 'none' }))
    const answer = await post(fields, cookie, { accept: 'text/html,*/*' })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(
      '/sign-in?problem=identity.sso_response_refused&next=%2Flearn&reason=unsigned',
    )
    expect(cookieOf(answer.headers, 'stoa')).toBeUndefined()
  })

  test('the way back stays on this site', async () => {
    const place = await givenSso()
    for (const next of ['https://evil.test', '//evil.test', '/\\evil.test', 'javascript:alert(1)'])
      expect((await stoa.stranger.post('/identity/sso-visits', { providerId: place.id, next })).status).toBe(
        422,
      )
    const dotted = await stoa.stranger.post('/identity/sso-visits', {
      providerId: place.id,
      next: '/.//evil.test',
    })
    const answer = await post(
      respond(place.idp, readRequest(dotted.body.url), person(place, 'mia')),
      cookieOf(dotted.headers, 'stoa-sso'),
    )
    expect(answer.headers.location).toBe('/sign-in/finish?next=%2Flearn')
  })
})

describe('the rules of the organization', () => {
  test('it may ask for single sign-on: other sessions wait, except those of owners', async () => {
    const place = await givenSso()
    const member = await givenPerson(stoa, place.organization, 'admin')
    await stoa.sql('insert into auth.security_policies (organization_id, require_sso) values ($1, true)', [
      place.organization.id,
    ])
    const held = await stoa.as(member).get('/identity/roles')
    expect(held.body).toMatchObject({ code: 'on_hold', params: { owes: 'sso' } })
    expect((await stoa.as(place.owner).get('/identity/roles')).status).toBe(200)
    const me = await meOf(await arrive(place, person(place, 'nia')))
    expect((await stoa.as(me).get('/identity/me/preferences')).status).toBe(200)
    const options = await stoa.stranger.post('/identity/sign-in-options', { email: `x@${place.domain}` })
    expect(options.body.sso).toMatchObject({ providerId: place.id, isRequired: true })
  })

  test('a second factor is still asked for', async () => {
    const place = await givenSso()
    await arrive(place, person(place, 'oli'))
    await stoa.sql(
      "insert into auth.mfa_factors (user_id, factor_type, status) select id, 'totp', 'verified' from auth.users where email = $1",
      [`oli@${place.domain}`],
    )
    const me = await meOf(await arrive(place, person(place, 'oli')))
    const held = await stoa.as(me).get('/identity/me/preferences')
    expect(held.body).toMatchObject({ code: 'on_hold', params: { owes: 'second_factor' } })
  })
})

describe('trying it out', () => {
  const tryOut = async (place: Place, says: Saying) => {
    const left = await stoa
      .as(place.owner)
      .post(`/identity/sso-providers/${place.id}/tests`, { next: '/settings/sso' })
    const cookie = cookieOf(left.headers, 'stoa-sso')
    const answer = await post(respond(place.idp, readRequest(left.body.url), says), cookie, {
      accept: 'text/html',
    })
    expect(answer.headers.location).toBe('/settings/sso')
    expect(cookieOf(answer.headers, 'stoa')).toBeUndefined()
    const shown = await stoa.as(place.owner).get(`/identity/sso-providers/${place.id}`)
    return shown.body.lastTest
  }

  test('tells what came and what would happen, and signs nobody in', async () => {
    const place = await givenSso()
    await stoa.as(place.owner).patch(`/identity/sso-providers/${place.id}`, { disabled: true })
    expect(await tryOut(place, person(place, 'pam'))).toMatchObject({
      outcome: 'create',
      email: `pam@${place.domain}`,
      name: 'pam of the firm',
      attributes: [{ name: 'email' }, { name: 'displayName' }],
    })
    const people = await stoa.sql(`select 1 from auth.users where email like '%@${place.domain}'`)
    expect(people).toHaveLength(0)
    expect(await tryOut(place, { attributes: { email: 'x@other.test' } })).toMatchObject({
      outcome: 'refused',
      code: 'identity.sso_foreign_email',
    })
    expect(await tryOut(place, person(place, 'pam', { sign: 'none' }))).toMatchObject({
      outcome: 'refused',
      code: 'identity.sso_response_refused',
      reason: 'unsigned',
    })
  })
})
