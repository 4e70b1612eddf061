import { randomBytes } from 'node:crypto'
import type { InjectOptions } from 'fastify'
import type { Answer, TestStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'

const unique = () => randomBytes(4).toString('hex')

/** A directory as the other side of the wire sees it. */
export type GivenDirectory = {
  id: string
  token: string
  organization: GivenOrganization
  owner: GivenPerson
  /** Path and query below /scim/v2. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>
  post(path: string, body: unknown): Promise<Answer>
  put(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>
  delete(path: string, headers?: Record<string, string>): Promise<Answer>
}

/** An organization with an owner, a directory and its token. */
export async function givenDirectory(
  stoa: TestStoa,
  organization?: GivenOrganization,
  defaultRoleId: string | null = null,
): Promise<GivenDirectory> {
  const place = organization ?? (await givenOrganization(stoa))
  const owner = await givenPerson(stoa, place, 'owner')
  const made = await stoa
    .as(owner)
    .post('/identity/directories', { name: `Directory ${unique()}`, defaultRoleId })
  if (made.status !== 201) throw new Error(`No directory: ${made.text}`)
  const { token } = (
    await stoa.as(owner).post(`/identity/directories/${made.body.id}/tokens`, { expiresInDays: null })
  ).body
  return { id: made.body.id, token, organization: place, owner, ...scimCaller(stoa, token) }
}

/** Somebody who speaks SCIM with a token. */
export function scimCaller(stoa: TestStoa, token: string | null) {
  const call = async (
    method: InjectOptions['method'],
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ) => {
    const answer = await stoa.server.inject({
      method,
      url: `/scim/v2${path}`,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: typeof body === 'string' ? body : JSON.stringify(body) }),
    } as InjectOptions)
    return {
      status: answer.statusCode,
      body: answer.payload ? JSON.parse(answer.payload) : null,
      text: answer.payload,
      headers: answer.headers as Record<string, string>,
    }
  }
  return {
    get: (path: string, headers?: Record<string, string>) => call('GET', path, undefined, headers),
    post: (path: string, body: unknown) => call('POST', path, body),
    put: (path: string, body: unknown, headers?: Record<string, string>) => call('PUT', path, body, headers),
    patch: (path: string, body: unknown, headers?: Record<string, string>) =>
      call('PATCH', path, body, headers),
    delete: (path: string, headers?: Record<string, string>) => call('DELETE', path, undefined, headers),
  }
}

/** A domain the organization has proven to be its own. */
export async function givenProvenDomain(stoa: TestStoa, organization: GivenOrganization): Promise<string> {
  const domain = `d${unique()}.test`
  await stoa.sql(
    `with provider as (
       insert into auth.sso_providers (organization_id, kind) values ($1, 'oidc') returning id
     ), claim as (
       insert into auth.sso_domains (organization_id, sso_provider_id, domain, verification_token, verified_at, verified_by)
       select $1, id, $2, 't', now(), 'operator' from provider returning id
     )
     insert into auth.proven_domains (domain, organization_id, sso_domain_id) select $2, $1, id from claim`,
    [organization.id, domain],
  )
  return domain
}

export const userUrn = 'urn:ietf:params:scim:schemas:core:2.0:User'
export const enterpriseUrn = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
export const groupUrn = 'urn:ietf:params:scim:schemas:core:2.0:Group'

/** A body as directories send it. */
export const aUser = (userName: string, changes: object = {}) => ({
  schemas: [userUrn],
  userName,
  externalId: unique(),
  name: { givenName: 'Ada', familyName: 'Adams' },
  emails: [{ value: userName, type: 'work', primary: true }],
  active: true,
  ...changes,
})

export const patchOf = (...Operations: object[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations,
})

export const anAddress = (domain = 'elsewhere.test') => `p${unique()}@${domain}`
