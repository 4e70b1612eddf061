import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { givenIdp, readRequest, respond, type TestIdp } from '../sso/testing.ts'
import { type GivenOrganization, givenOrganization } from '../testing.ts'
import { serviceAt, type WireService, withKey } from './admin-testing.ts'
import { authClient } from './testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let service: WireService
const app = 'https://app.example.test/welcome'

beforeAll(async () => {
  const base = testConfig()
  stoa = await testStoa({ auth: { ...base.auth, uriAllowList: ['https://app.example.test/**'] } })
  organization = await givenOrganization(stoa)
  service = await serviceAt(stoa, organization.id)
})
afterAll(() => stoa.close())

let count = 0
const givenProvider = async (): Promise<{ idp: TestIdp; id: string; domain: string }> => {
  const idp = givenIdp()
  const domain = `wire${++count}.test`
  const made = await service('POST', '/admin/sso/providers', {
    type: 'saml',
    metadata_xml: idp.metadata,
    domains: [domain],
  })
  expect(made.status).toBe(200)
  return { idp, id: made.body.id, domain }
}

const post = (fields: Record<string, string>, path = '/sso/saml/acs') =>
  stoa.server.inject({
    method: 'POST',
    url: `/auth/v1${path}`,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  })

describe('with Supabase’s client', () => {
  test('signInWithSSO by domain: the tokens come in the fragment', async () => {
    const { idp, id, domain } = await givenProvider()
    const client = authClient(stoa, organization)
    const { data, error } = await client.signInWithSSO({ domain, options: { redirectTo: app } })
    expect(error).toBeNull()
    const request = readRequest(data!.url)
    expect(request.destination).toBe(`${new URL(idp.entityId).origin}/sso`)
    const says = { nameId: 'u1', attributes: { email: `una@${domain}`, name: 'Una' } }
    const answer = await post(respond(idp, request, says))
    expect(answer.statusCode).toBe(303)
    const url = new URL(answer.headers.location as string)
    expect(url.origin + url.pathname).toBe(app)
    const fragment = new URLSearchParams(url.hash.slice(1))
    const { data: session, error: refused } = await client.setSession({
      access_token: fragment.get('access_token')!,
      refresh_token: fragment.get('refresh_token')!,
    })
    expect(refused).toBeNull()
    expect(session.user).toMatchObject({
      email: `una@${domain}`,
      app_metadata: { provider: `sso:${id}` },
      identities: [{ provider: `sso:${id}`, id: 'u1' }],
    })
    const claims = JSON.parse(
      Buffer.from(fragment.get('access_token')!.split('.')[1]!, 'base64url').toString(),
    )
    expect(claims.amr[0].method).toBe('sso/saml')
    const [kept] = await stoa.sql('select sso_provider_id from auth.sessions where id = $1', [
      claims.session_id,
    ])
    expect(kept).toEqual({ sso_provider_id: id })
  })

  test('signInWithSSO by id with PKCE: only the app that began redeems the code', async () => {
    const { idp, id, domain } = await givenProvider()
    const client = authClient(stoa, organization, { flowType: 'pkce' })
    const { data } = await client.signInWithSSO({ providerId: id, options: { redirectTo: app } })
    const says = { nameId: 'u2', attributes: { email: `ulf@${domain}` } }
    const answer = await post(respond(idp, readRequest(data!.url), says), '/saml/acs')
    // The other address of the endpoint takes posts as well, but the answer was made out to the first.
    const url = new URL(answer.headers.location as string)
    const code = url.searchParams.get('code')!
    expect(url.hash).toBe('')
    const stranger = await authClient(stoa, organization, { flowType: 'pkce' }).exchangeCodeForSession(code)
    expect(stranger.data.session ?? null).toBeNull()
    const { data: session, error } = await client.exchangeCodeForSession(code)
    expect(error).toBeNull()
    expect(session.user!.email).toBe(`ulf@${domain}`)
    const rows = await stoa.sql('select 1 from auth.sessions where sso_provider_id = $1', [id])
    expect(rows).toHaveLength(1)
  })

  test('a domain nobody proved, or an address of another site', async () => {
    const client = authClient(stoa, organization)
    const { error } = await client.signInWithSSO({ domain: 'nobody.test' })
    expect(error).toMatchObject({ status: 404, code: 'sso_provider_not_found' })
    const { idp, domain } = await givenProvider()
    const { data } = await client.signInWithSSO({ domain, options: { redirectTo: 'https://evil.test/x' } })
    const answer = await post(
      respond(idp, readRequest(data!.url), { attributes: { email: `eva@${domain}` } }),
    )
    expect(answer.headers.location).toMatch(new RegExp(`^${stoa.app.config.auth.siteUrl}/`))
  })

  test('a refused answer is told to the app', async () => {
    const { idp, domain } = await givenProvider()
    const { data } = await authClient(stoa, organization).signInWithSSO({
      domain,
      options: { redirectTo: app },
    })
    const answer = await post(
      respond(idp, readRequest(data!.url), { sign: 'none', attributes: { email: `x@${domain}` } }),
    )
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toContain('error_code=validation_failed')
    expect(answer.headers.location).not.toContain('access_token')
  })
})

test('without skip_http_redirect it leads on by 303', async () => {
  const { id } = await givenProvider()
  const answer = await stoa.server.inject({
    method: 'POST',
    url: '/auth/v1/sso',
    payload: { provider_id: id },
  })
  expect(answer.statusCode).toBe(303)
  expect(answer.headers.location).toContain('SAMLRequest=')
})

test('our metadata, at both addresses', async () => {
  for (const path of ['/sso/saml/metadata', '/saml/metadata']) {
    const answer = await stoa.server.inject({ method: 'GET', url: `/auth/v1${path}?download=true` })
    expect(answer.headers['content-type']).toContain('application/xml')
    expect(answer.headers['content-disposition']).toBe('attachment; filename="metadata.xml"')
    expect(answer.payload).toContain('entityID="http://stoa.test/auth/v1/sso/saml/metadata"')
    expect(answer.payload).toContain('Location="http://stoa.test/auth/v1/sso/saml/acs"')
    expect(answer.payload).toContain('WantAssertionsSigned="true"')
  }
})

describe('for operators', () => {
  test('providers: made, listed, changed, removed', async () => {
    const idp = givenIdp()
    const made = await service('POST', '/admin/sso/providers', {
      type: 'saml',
      metadata_xml: idp.metadata,
      domains: ['admin-one.test'],
      resource_id: 'tool-1',
      attribute_mapping: {
        keys: { email: { name: 'mail' }, team: { names: ['department'], default: 'none' } },
      },
    })
    expect(made.body).toMatchObject({
      resource_id: 'tool-1',
      saml: {
        entity_id: idp.entityId,
        attribute_mapping: { keys: { email: { name: 'mail' }, team: { names: ['department'] } } },
      },
      domains: [{ domain: 'admin-one.test' }],
      sso_domains: [{ domain: 'admin-one.test' }],
    })
    const { id } = made.body
    expect(
      (await service('GET', '/admin/sso/providers')).body.items.map((one: { id: string }) => one.id),
    ).toContain(id)
    expect((await service('GET', '/admin/sso/providers?resource_id=TOOL-1')).body.items).toHaveLength(1)
    expect((await service('GET', '/admin/sso/providers/resource_tool-1')).body.id).toBe(id)
    const changed = await service('PUT', `/admin/sso/providers/${id}`, {
      domains: ['admin-two.test'],
      disabled: true,
    })
    expect(changed.body).toMatchObject({ disabled: true, domains: [{ domain: 'admin-two.test' }] })
    expect(changed.body.saml.attribute_mapping.keys.email).toEqual({ name: 'mail' })
    const swapped = await service('PUT', `/admin/sso/providers/${id}`, { metadata_xml: givenIdp().metadata })
    expect(swapped.body.error_code).toBe('saml_entity_id_mismatch')
    expect((await service('DELETE', `/admin/sso/providers/${id}`)).body.id).toBe(id)
    expect((await service('GET', `/admin/sso/providers/${id}`)).body.error_code).toBe(
      'sso_provider_not_found',
    )
  })

  test('what is refused', async () => {
    const idp = givenIdp()
    const codeOf = async (body: object) =>
      (await service('POST', '/admin/sso/providers', { type: 'saml', metadata_xml: idp.metadata, ...body }))
        .body.error_code
    expect(await codeOf({ type: 'ldap' })).toBe('validation_failed')
    expect(await codeOf({ metadata_xml: 'x' })).toBe('validation_failed')
    expect(await codeOf({ metadata_url: 'https://idp.test' })).toBe('validation_failed')
    expect(await codeOf({ metadata_xml: null, metadata_url: 'https://127.0.0.1/x' })).toBe(
      'saml_metadata_fetch_failed',
    )
    expect(await codeOf({ domains: ['gmail.com'] })).toBe('validation_failed')
    expect(await codeOf({ domains: ['taken.test'] })).toBeUndefined()
    expect(await codeOf({})).toBe('saml_idp_already_exists')
    const elsewhere = await serviceAt(stoa, (await givenOrganization(stoa)).id)
    const taken = await elsewhere('POST', '/admin/sso/providers', {
      type: 'saml',
      metadata_xml: idp.metadata,
      domains: ['taken.test'],
    })
    expect(taken.body.error_code).toBe('sso_domain_already_exists')
    const { id } = await givenProvider()
    expect((await elsewhere('GET', `/admin/sso/providers/${id}`)).status).toBe(404)
    expect((await elsewhere('DELETE', `/admin/sso/providers/${id}`)).status).toBe(404)
    expect((await withKey(stoa, null)('GET', '/admin/sso/providers')).status).toBe(401)
  })
})
