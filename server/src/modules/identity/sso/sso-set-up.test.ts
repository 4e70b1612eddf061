import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testConfig } from '../../../testing/test-config.ts'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'
import { lookAgain } from './domains.ts'
import { givenDns, givenIdp, type TestDns } from './testing.ts'

let stoa: TestStoa
let dns: TestDns
let organization: GivenOrganization
let owner: GivenPerson

beforeAll(async () => {
  dns = await givenDns()
  const base = testConfig()
  stoa = await testStoa({ auth: { ...base.auth, dnsServers: [dns.address] } })
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner')
})
afterAll(async () => {
  await stoa.close()
  await dns.close()
})

let count = 0
const newDomain = () => `corp${++count}.test`
const setUp = async (who = owner, more: object = {}) => {
  const idp = givenIdp()
  const answer = await stoa
    .as(who)
    .post('/identity/sso-providers', { kind: 'saml', name: 'Corp', metadataXml: idp.metadata, ...more })
  return { idp, answer, id: answer.body?.id as string }
}

describe('setting up', () => {
  test('by SAML metadata: what an administrator sees of it', async () => {
    const { idp, answer } = await setUp(owner, { resourceId: 'terraform', domains: [newDomain()] })
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      kind: 'saml',
      name: 'Corp',
      resourceId: 'terraform',
      disabled: false,
      saml: { entityId: idp.entityId, metadataUrl: null, certificates: [{}] },
      oidc: null,
      lastTest: null,
    })
    expect(Date.parse(answer.body.saml.certificates[0].validUntil)).toBeGreaterThan(Date.now())
    expect(answer.body.domains[0]).toMatchObject({ isProven: false, record: { type: 'TXT' } })
    const facts = await stoa.as(owner).get('/identity/sso-service-provider')
    expect(facts.body.saml.acsUrl).toBe('http://stoa.test/auth/v1/sso/saml/acs')
    const trail = await stoa.sql<{ action: string }>(
      "select action from audit.entries where organization_id = $1 and action like 'identity.sso%'",
      [organization.id],
    )
    expect(trail.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['identity.sso_created', 'identity.sso_domain_claimed']),
    )
  })

  test('by OpenID Connect: the secret is sealed and never shown', async () => {
    const body = {
      kind: 'oidc',
      name: 'Oidc',
      issuer: 'https://issuer.test',
      clientId: 'stoa',
      clientSecret: 'very-secret',
    }
    const made = await stoa.as(owner).post('/identity/sso-providers', body)
    expect(made.status).toBe(201)
    expect(made.body.oidc).toEqual({ issuer: 'https://issuer.test', clientId: 'stoa', hasClientSecret: true })
    expect(made.text).not.toContain('very-secret')
    const [row] = await stoa.sql<{ client_secret: string; identifier: string }>(
      'select client_secret, identifier from auth.oauth_providers where sso_provider_id = $1',
      [made.body.id],
    )
    expect(row!.client_secret).not.toContain('very-secret')
    expect(row!.identifier).toBe(`sso:${made.body.id}`)
    const trail = await stoa.sql(
      "select new_values::text from audit.entries where new_values::text like '%very-secret%'",
    )
    expect(trail).toHaveLength(0)
    const other = await stoa
      .as(owner)
      .patch(`/identity/sso-providers/${made.body.id}`, { issuer: 'https://evil.test' })
    expect(other.body.code).toBe('identity.sso_entity_changed')
  })

  test('changes, and what cannot be changed', async () => {
    const { id } = await setUp()
    const url = `/identity/sso-providers/${id}`
    const changed = await stoa.as(owner).patch(url, { name: 'New', attributeMapping: { email: 'mail' } })
    expect(changed.body).toMatchObject({ name: 'New', attributeMapping: { email: 'mail', name: null } })
    const kept = await stoa.as(owner).patch(url, { disabled: true })
    expect(kept.body).toMatchObject({ disabled: true, attributeMapping: { email: 'mail' } })
    const swapped = await stoa.as(owner).patch(url, { metadataXml: givenIdp().metadata })
    expect(swapped.body.code).toBe('identity.sso_entity_changed')
    const mixed = await stoa.as(owner).patch(url, { clientId: 'x' })
    expect(mixed.body.code).toBe('identity.sso_kind_fixed')
    expect((await stoa.as(owner).delete(url)).status).toBe(200)
    expect((await stoa.as(owner).get(url)).status).toBe(404)
  })

  test('an identity provider is set up once an organization', async () => {
    const { idp } = await setUp()
    const body = { kind: 'saml', name: 'Again', metadataXml: idp.metadata }
    expect((await stoa.as(owner).post('/identity/sso-providers', body)).body.code).toBe(
      'identity.sso_entity_taken',
    )
    const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
    expect((await stoa.as(neighbour).post('/identity/sso-providers', body)).status).toBe(201)
  })

  test('metadata that is refused', async () => {
    const idp = givenIdp()
    const reasonOf = async (metadataXml: string) =>
      (await stoa.as(owner).post('/identity/sso-providers', { kind: 'saml', name: 'X', metadataXml })).body
        .params?.reason
    const entity = '<!DOCTYPE x [<!ENTITY a "b">]>'
    expect(await reasonOf(idp.metadata.replace('?>', `?>${entity}`))).toBe('forbidden_markup')
    expect(await reasonOf('hello')).toBe('not_xml')
    expect(await reasonOf('<a/>')).toBe('no_identity_provider')
    expect(await reasonOf(idp.metadata.replace('HTTP-Redirect', 'HTTP-POST'))).toBe('no_redirect_binding')
    expect(await reasonOf(idp.metadata.replace(/Location="[^"]*"/, 'Location="javascript:alert(1)"'))).toBe(
      'sign_in_address',
    )
    expect(await reasonOf(idp.metadata.replace(idp.certificate, 'AAAA'))).toBe('bad_certificate')
    expect(await reasonOf(givenIdp(undefined, { bits: 1024 }).metadata)).toBe('key_not_supported')
    expect(
      await reasonOf(idp.metadata.replace('entityID=', 'validUntil="2020-01-01T00:00:00Z" entityID=')),
    ).toBe('expired')
    const both = { kind: 'saml', name: 'X', metadataXml: idp.metadata, metadataUrl: 'https://idp.test/m' }
    expect((await stoa.as(owner).post('/identity/sso-providers', both)).status).toBe(422)
    expect((await stoa.as(owner).post('/identity/sso-providers', { kind: 'saml', name: 'X' })).status).toBe(
      422,
    )
  })

  test('a metadata address inside our network is not fetched', async () => {
    for (const metadataUrl of [
      'https://127.0.0.1/m',
      'https://169.254.169.254/m',
      'https://[::1]/m',
      'http://idp.test/m',
      'https://0x7f.1/m',
    ]) {
      const answer = await stoa
        .as(owner)
        .post('/identity/sso-providers', { kind: 'saml', name: 'X', metadataUrl })
      expect(answer.body.code).toBe('outgoing_refused')
    }
    const issuer = await stoa
      .as(owner)
      .post('/identity/sso-providers', { kind: 'oidc', name: 'X', issuer: 'http://10.0.0.1', clientId: 'x' })
    expect(issuer.status).toBe(422)
  })

  test('needs the permission, a recent proof, and the right organization', async () => {
    const { id } = await setUp()
    const learner = await givenPerson(stoa, organization, 'student')
    const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
    expect((await stoa.as(learner).get('/identity/sso-providers')).status).toBe(403)
    expect((await stoa.stranger.get('/identity/sso-providers')).status).toBe(401)
    expect((await stoa.as(neighbour).get(`/identity/sso-providers/${id}`)).status).toBe(404)
    expect((await stoa.as(neighbour).post(`/identity/sso-providers/${id}/tests`, {})).status).toBe(404)
    expect(
      (await stoa.as(neighbour).post(`/identity/sso-providers/${id}/domains`, { domain: 'x.test' })).status,
    ).toBe(404)
    const admin = await givenPerson(stoa, organization, 'admin')
    await stoa.sql(
      "update auth.sessions set authenticated_at = now() - interval '1 hour' where user_id = $1",
      [admin.userId],
    )
    expect((await setUp(admin)).answer.body.code).toBe('identity.proof_too_old')
    const changed = await stoa.as(admin).patch(`/identity/sso-providers/${id}`, { disabled: true })
    expect(changed.body.code).toBe('identity.proof_too_old')
  })

  test('nobody lets it give a role above their own, and never an owner’s', async () => {
    const roles = await stoa.sql<{ id: string; key: string }>(
      'select id, key from auth.roles where organization_id = $1',
      [organization.id],
    )
    const roleId = (key: string) => roles.find((role) => role.key === key)!.id
    expect((await setUp(owner, { defaultRoleId: roleId('owner') })).answer.body.code).toBe(
      'identity.sso_role_refused',
    )
    const mapping = {
      attributeMapping: { groups: 'groups', roles: [{ group: 'bosses', roleId: roleId('owner') }] },
    }
    expect((await setUp(owner, mapping)).answer.body.code).toBe('identity.sso_role_refused')
    const neighbour = await givenOrganization(stoa)
    const [foreign] = await stoa.sql<{ id: string }>(
      'select id from auth.roles where organization_id = $1 limit 1',
      [neighbour.id],
    )
    expect((await setUp(owner, { defaultRoleId: foreign!.id })).answer.body.code).toBe(
      'identity.no_such_role',
    )
    expect((await setUp(owner, { defaultRoleId: roleId('mentor') })).answer.status).toBe(201)
  })
})

describe('domains', () => {
  const claim = async (who: GivenPerson, id: string, domain: string) =>
    (await stoa.as(who).post(`/identity/sso-providers/${id}/domains`, { domain })).body as {
      id: string
      domain: string
      record: { name: string; value: string }
    }
  const prove = (who: GivenPerson, id: string, domainId: string) =>
    stoa.as(who).post(`/identity/sso-providers/${id}/domains/${domainId}/proofs`)
  const leadsTo = async (domain: string) =>
    (await stoa.strangerAt(organization).post('/identity/sign-in-options', { email: `who@${domain}` })).body
      .sso

  test('one counts once its record is in the DNS, there or at the domain itself', async () => {
    const { id } = await setUp()
    for (const place of ['_stoa.', '']) {
      const domain = newDomain()
      const claimed = await claim(owner, id, domain.toUpperCase())
      expect(claimed.domain).toBe(domain)
      expect(await leadsTo(domain)).toBeNull()
      expect((await prove(owner, id, claimed.id)).body.code).toBe('identity.sso_domain_not_proven')
      dns.records.set(domain, ['v=spf1 -all', 'stoa-verification=something-else'])
      expect((await prove(owner, id, claimed.id)).status).toBe(409)
      dns.records.set(`${place}${domain}`, ['v=spf1 -all', claimed.record.value])
      expect((await prove(owner, id, claimed.id)).body).toMatchObject({ isProven: true, provenBy: 'dns' })
      expect(await leadsTo(domain)).toMatchObject({ providerId: id, organizationName: 'Test academy' })
      expect(
        (await stoa.as(owner).delete(`/identity/sso-providers/${id}/domains/${claimed.id}`)).status,
      ).toBe(200)
      expect(await leadsTo(domain)).toBeNull()
    }
  })

  test('one where anybody gets an address is refused, and what is no domain', async () => {
    const { id } = await setUp()
    const codeOf = async (domain: string) =>
      (await stoa.as(owner).post(`/identity/sso-providers/${id}/domains`, { domain })).body.code
    for (const domain of ['gmail.com', 'GMAIL.com', '@outlook.com', 'web.de.'])
      expect(await codeOf(domain)).toBe('identity.sso_domain_public')
    for (const domain of ['corp', '10.0.0.1', 'a b.test', 'corp..test', '-a.test', '[::1]', 'corp.test/x'])
      expect(await codeOf(domain)).toBe('invalid_input')
    const domain = newDomain()
    expect(await codeOf(domain)).toBeUndefined()
    expect(await codeOf(domain)).toBe('identity.sso_domain_claimed')
  })

  test('of twenty organizations that prove one at the same time, one gets it', async () => {
    const domain = newDomain()
    const claims = []
    for (let index = 0; index < 20; index += 1) {
      const who = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
      const { id } = await setUp(who)
      claims.push({ who, id, claimed: await claim(who, id, domain) })
    }
    dns.records.set(
      `_stoa.${domain}`,
      claims.map(({ claimed }) => claimed.record.value),
    )
    const answers = await Promise.all(claims.map(({ who, id, claimed }) => prove(who, id, claimed.id)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(new Set(answers.filter(({ status }) => status !== 201).map(({ body }) => body.code))).toEqual(
      new Set(['identity.sso_domain_taken']),
    )
  })

  test('a proof that is gone counts for three days more; a DNS that does not answer changes nothing', async () => {
    const { id } = await setUp()
    const domain = newDomain()
    const claimed = await claim(owner, id, domain)
    dns.records.set(`_stoa.${domain}`, [claimed.record.value])
    await prove(owner, id, claimed.id)
    const days = (count: number) =>
      stoa.sql(
        'update auth.sso_domains set last_checked_at = last_checked_at - make_interval(days => $2), missing_since = missing_since - make_interval(days => $2) where id = $1',
        [claimed.id, count],
      )
    dns.records.delete(`_stoa.${domain}`)
    dns.isBroken = true
    await days(10)
    await lookAgain(stoa.app)
    dns.isBroken = false
    expect(await leadsTo(domain)).not.toBeNull()
    await lookAgain(stoa.app)
    await days(2)
    await lookAgain(stoa.app)
    expect(await leadsTo(domain)).not.toBeNull()
    await days(2)
    await lookAgain(stoa.app)
    expect(await leadsTo(domain)).toBeNull()
    const trail = await stoa.sql(
      "select 1 from audit.entries where action = 'identity.sso_domain_withdrawn' and entity_id = $1",
      [claimed.id],
    )
    expect(trail).toHaveLength(1)
    dns.records.set(`_stoa.${domain}`, [claimed.record.value])
    expect((await prove(owner, id, claimed.id)).status).toBe(201)
  })
})

test('the ways in that fit an address do not tell whether anybody has it', async () => {
  const at = stoa.strangerAt(organization)
  const known = await at.post('/identity/sign-in-options', { email: owner.email })
  const unknown = await at.post('/identity/sign-in-options', { email: `nobody@${owner.email.split('@')[1]}` })
  expect(known.body).toEqual(unknown.body)
  expect(known.body.ways).toContain('password')
  expect(known.body.sso).toBeNull()
})
