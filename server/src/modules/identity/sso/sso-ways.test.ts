import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import {
  type GivenBrowser,
  type GivenIssuer,
  givenBrowser,
  givenIssuer,
  pathOf,
  withProviders,
} from '../providers/testing.ts'
import { openSession } from '../sessions/sessions.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import { readMetadataAgain } from './metadata-refresh.ts'
import { givenIdp, readRequest, respond } from './testing.ts'

let stoa: TestStoa
let issuer: GivenIssuer
let organization: GivenOrganization
let owner: GivenPerson

beforeAll(async () => {
  issuer = await givenIssuer()
  stoa = await testStoa(withProviders({}))
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner')
})
afterAll(async () => {
  await stoa.close()
  await issuer.close()
})

let count = 0
async function givenProven(provider: { id: string; who?: GivenPerson }): Promise<string> {
  const domain = `ways${++count}.test`
  const { id, who = owner } = provider
  const claimed = await stoa.as(who).post(`/identity/sso-providers/${id}/domains`, { domain })
  await stoa.sql(
    'insert into auth.proven_domains (domain, organization_id, sso_domain_id) values ($1, $2, $3)',
    [domain, who.organizationId, claimed.body.id],
  )
  return domain
}
const setUpSaml = async (who = owner, idp = givenIdp()) => {
  const body = { kind: 'saml', name: 'Saml', metadataXml: idp.metadata }
  const { body: made } = await stoa.as(who).post('/identity/sso-providers', body)
  return { idp, id: made.id as string, domain: await givenProven({ id: made.id, who }) }
}

describe('by OpenID Connect', () => {
  let id: string
  let domain: string
  beforeAll(async () => {
    const made = await stoa.as(owner).post('/identity/sso-providers', {
      kind: 'oidc',
      name: 'Issuer',
      issuer: issuer.url,
      clientId: issuer.clientId,
      clientSecret: issuer.clientSecret,
    })
    id = made.body.id
    domain = await givenProven({ id })
  })

  const goThere = async (browser: GivenBrowser, path: string, body: object, email: string) => {
    const left = await browser.post(path, body)
    expect(left.status).toBe(201)
    issuer.person = { sub: `sub of ${email}`, email, email_verified: true, name: 'Ina Issuer' }
    return browser.get(pathOf(await issuer.visit(String(left.body.url))))
  }

  test('somebody with a proven domain gets in, bound to the organization', async () => {
    const browser = givenBrowser(stoa, await givenOrganization(stoa))
    const email = `ina@${domain}`
    const landed = await goThere(browser, '/identity/sso-visits', { email, next: '/courses' }, email)
    expect(landed.location).toContain('next=%2Fcourses')
    const [session] = await stoa.sql(
      'select s.sso_provider_id, s.organization_id, u.is_sso_user from auth.sessions s join auth.users u on u.id = s.user_id where u.email = $1',
      [email],
    )
    expect(session).toEqual({
      sso_provider_id: id,
      organization_id: organization.id,
      is_sso_user: true,
    })
  })

  test('an address of another domain does not, whatever the issuer says of it', async () => {
    const browser = givenBrowser(stoa, organization)
    const landed = await goThere(browser, '/identity/sso-visits', { providerId: id }, owner.email)
    expect(landed.location).toContain('problem=identity.sso_foreign_email')
    expect(browser.cookies.has('stoa')).toBe(false)
  })

  test('it can be tried out', async () => {
    const browser = givenBrowser(stoa, organization, owner.token)
    const path = `/identity/sso-providers/${id}/tests`
    const landed = await goThere(browser, path, { next: '/settings/sso' }, `tom@${domain}`)
    expect(landed.location).toBe('/settings/sso')
    const { body } = await stoa.as(owner).get(`/identity/sso-providers/${id}`)
    expect(body.lastTest).toMatchObject({ outcome: 'create', email: `tom@${domain}` })
  })
})

describe('races', () => {
  test('of twenty set-ups of one identity provider one is made', async () => {
    const body = { kind: 'saml', name: 'Race', metadataXml: givenIdp().metadata }
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => stoa.as(owner).post('/identity/sso-providers', body)),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201, 409]))
  })

  test('somebody who comes in two windows at once is one person', async () => {
    const { idp, id, domain } = await setUpSaml()
    const says = { nameId: 'twin', attributes: { email: `twin@${domain}` } }
    const windows = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const browser = givenBrowser(stoa, organization)
        const left = await browser.post('/identity/sso-visits', { providerId: id })
        const fields = respond(idp, readRequest(String(left.body.url)), says)
        return { cookie: `stoa-sso=${browser.cookies.get('stoa-sso')}`, fields }
      }),
    )
    const answers = await Promise.all(
      windows.map(({ cookie, fields }) =>
        stoa.server.inject({
          method: 'POST',
          url: '/auth/v1/sso/saml/acs',
          headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams(fields).toString(),
        }),
      ),
    )
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 303))
    expect(await stoa.sql('select 1 from auth.users where email = $1', [`twin@${domain}`])).toHaveLength(1)
  })
})

test('what an organization says of somebody opens nothing but that organization', async () => {
  const { id } = await setUpSaml()
  const elsewhere = await givenPerson(stoa, await givenOrganization(stoa))
  const enter = stoa.inside(organization.id, (ctx) =>
    openSession(ctx, elsewhere.userId, { method: 'sso/saml', ssoProviderId: id }),
  )
  await expect(enter).rejects.toMatchObject({ code: 'identity.membership_inactive' })
})

test('published metadata is read again: a new certificate counts, another entity does not', async () => {
  let published = givenIdp('https://published.test/metadata')
  const server: Server = createServer((_, response) => response.end(published.metadata))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const metadataUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/metadata`
  const made = await stoa.as(owner).post('/identity/sso-providers', { kind: 'saml', name: 'P', metadataUrl })
  expect(made.body.saml).toMatchObject({ metadataUrl, entityId: 'https://published.test/metadata' })
  const printOf = async () =>
    (await stoa.as(owner).get(`/identity/sso-providers/${made.body.id}`)).body.saml.certificates[0]
      .fingerprint
  const before = await printOf()
  published = givenIdp('https://published.test/metadata')
  await readMetadataAgain(stoa.app)
  const renewed = await printOf()
  expect(renewed).not.toBe(before)
  published = givenIdp('https://somebody-else.test/metadata')
  await readMetadataAgain(stoa.app)
  expect(await printOf()).toBe(renewed)
  await new Promise((done) => server.close(done))
})

test('under https the cookie for the way back comes along with a form of another site', async () => {
  const url = stoa.app.config.url
  stoa.app.config.url = 'https://stoa.test'
  try {
    const { id } = await setUpSaml()
    const left = await stoa.stranger.post('/identity/sso-visits', { providerId: id })
    const line = String([left.headers['set-cookie']].flat()[0])
    expect(line).toMatch(/^__Host-stoa-sso=[A-Za-z0-9_-]{43}; /)
    for (const flag of ['HttpOnly', 'Secure', 'SameSite=None', 'Path=/']) expect(line).toContain(flag)
  } finally {
    stoa.app.config.url = url
  }
})

test('SAML can be switched off for the whole installation', async () => {
  const { id, domain } = await setUpSaml()
  stoa.app.config.auth.samlEnabled = false
  try {
    expect((await stoa.stranger.post('/identity/sso-visits', { providerId: id })).body.code).toBe(
      'identity.saml_off',
    )
    const options = await stoa.stranger.post('/identity/sign-in-options', { email: `x@${domain}` })
    expect(options.body.sso).toBeNull()
    const metadata = await stoa.server.inject({ method: 'GET', url: '/auth/v1/sso/saml/metadata' })
    expect(metadata.statusCode).toBe(404)
  } finally {
    stoa.app.config.auth.samlEnabled = true
  }
})
