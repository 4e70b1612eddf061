import { randomBytes } from 'node:crypto'
import type { TSchema } from 'typebox'
import { afterAll, beforeAll, expect, inject, test, vi } from 'vitest'
import { storeFile } from '../modules/files/index.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../modules/identity/testing.ts'
import { type GivenCourse, givenCourse } from '../modules/learning/testing.ts'
import { notify } from '../modules/notifications/index.ts'
import { modules } from '../modules.ts'
import type { Route } from '../platform/http/route.ts'
import { example } from './example.ts'
import { type Answer, type Caller, type TestStoa, testStoa } from './test-stoa.ts'

// Hundreds of calls one after the other; how long they take is not what is tested.
vi.setConfig({ testTimeout: 180_000 })

/** Who may call these is every member (or everybody); all other routes must refuse a learner. */
const openTo = new Set([
  'anyone',
  'signedIn',
  'hasAccount',
  'oneself',
  'isMember',
  'tendsFactors',
  'canShowOneself',
])

/** Routes that answer the same to everybody on purpose, although they carry an id of ours. */
const publicByNumber = new Set([
  'GET /learning/certificates/:number',
  'GET /learning/certificates/:number/pdf',
])

/** Enrolling oneself is for every member; the name of its rule is not in the list above. */
const openToLearners = new Set(['PUT /learning/courses/:courseId/enrollment'])

/** A sign of life from a page that is no longer one's own is answered and not counted: closing tabs cannot read errors. */
const answeredNotCounted = new Set(['POST /learning/pages/:nodeId/views'])

/** Development tools: the catcher shows everybody everything, and is not there in production. */
const developmentOnly = new Set([
  'GET /notifications/caught-mails',
  'GET /notifications/caught-mails/:id',
  'GET /notifications/caught-texts',
])

const marker = `walk${randomBytes(4).toString('hex')}`
const walked = modules.flatMap((module) =>
  module.routes.map((route) => ({
    module: module.name,
    route,
    name: `${route.method} /${module.name}${route.path}`,
  })),
)

let stoa: TestStoa
let ours: GivenOrganization
let owner: GivenPerson
let course: GivenCourse
let ids: Record<string, string>

beforeAll(async () => {
  stoa = await testStoa()
  ours = await givenOrganization(stoa, `Organization ${marker}`)
  owner = await givenPerson(stoa, ours, 'owner', `Owner ${marker}`)
  const learner = await givenPerson(stoa, ours, 'student', `Learner ${marker}`)
  course = await givenCourse(stoa, ours, owner, { title: `Course ${marker}` })
  await finishCourse(learner)
  ids = await idsOfOurs(learner)
})
afterAll(() => stoa.close())

/** Somebody takes the whole course, so that there are attempts, progress and a certificate to reach for. */
async function finishCourse(learner: GivenPerson) {
  const me = stoa.as(learner)
  expect((await me.put(`/learning/courses/${course.id}/enrollment`)).status).toBeLessThan(300)
  const quiz = (await me.get(`/learning/pages/${course.quizPageId}`)).body.quiz
  const attempt = (await me.post(`/learning/quizzes/${quiz.id}/attempts`)).body
  const right: Record<string, string> = { single: 'b', numeric: '42', short_text: 'Stoa' }
  const answers = Object.fromEntries(
    quiz.questions.map((question: { id: string; type: string }) => [question.id, right[question.type]]),
  )
  await me.put(`/learning/attempts/${attempt.id}/submission`, { answers })
  for (const pageId of course.pageIds) await me.put(`/learning/pages/${pageId}/completion`)
  await stoa.settle()
}

async function idsOfOurs(learner: GivenPerson): Promise<Record<string, string>> {
  const one = async (text: string) =>
    Object.values(
      (await stoa.sql<Record<string, string>>(text.replaceAll(':org', `'${ours.id}'`)))[0] ?? {},
    )[0] ?? ''
  const file = await stoa.inside(ours.id, (ctx) =>
    storeFile(ctx, { bucket: 'attachments', name: `${marker}.txt`, data: Buffer.from('A text of ours.') }),
  )
  await stoa.inside(ours.id, (ctx) =>
    notify(ctx, { userId: learner.userId, type: 'identity.role_changed', title: marker, message: marker }),
  )
  await stoa.as(owner).post('/learning/categories', { name: `Category ${marker}` })
  await stoa.as(owner).post('/identity/invitations', {
    email: 'guest@people.test',
    roleId: await one(`select id from auth.roles where organization_id = :org and key = 'student'`),
  })
  await stoa
    .as(owner)
    .post(`/learning/studio/courses/${course.id}/resources`, { title: 'Link', url: 'https://example.org' })
  const { body: removed } = await stoa
    .as(owner)
    .post(`/learning/studio/courses/${course.id}/nodes`, { title: 'Removed' })
  await stoa.as(owner).delete(`/learning/studio/nodes/${removed.id}`)
  await stoa.sql(
    `insert into platform.runs (organization_id, kind, request_id) values ($1, 'test', 'walk')`,
    [ours.id],
  )
  return {
    seq: '1',
    moduleKey: 'learning',
    personId: learner.userId,
    slug: course.slug,
    courseId: course.id,
    nodeId: course.quizPageId,
    itemId: removed.id,
    sessionId: await one(`select id from auth.sessions where user_id = '${learner.userId}'`),
    invitationId: await one('select id from auth.invitations where organization_id = :org'),
    roleId: await one(`select id from auth.roles where organization_id = :org and key = 'student'`),
    categoryId: await one('select id from learning.categories where organization_id = :org'),
    blockId: await one('select id from learning.blocks where organization_id = :org'),
    questionId: await one('select id from learning.questions where organization_id = :org'),
    quizId: await one('select id from learning.quizzes where organization_id = :org'),
    resourceId: await one('select id from learning.resources where organization_id = :org'),
    enrollmentId: await one('select id from learning.enrollments where organization_id = :org'),
    attemptId: await one('select id from learning.attempts where organization_id = :org'),
    number: await one('select number from learning.certificates where organization_id = :org'),
    runId: await one('select id from platform.runs where organization_id = :org'),
    importId: '018f0000-0000-7000-8000-000000000000',
    tokenId: await one(
      `insert into auth.api_tokens (organization_id, user_id, name, prefix, token_hash, scopes)
       values (:org, '${learner.userId}', '${marker}', 'walkwalkwalk', '', '{}') returning id`,
    ),
    directoryId: await one(
      `insert into auth.directory_syncs (organization_id, name) values (:org, '${marker}') returning id`,
    ),
    groupId: await one(
      `insert into auth.directory_groups (organization_id, directory_id, display_name)
       select organization_id, id, '${marker}' from auth.directory_syncs where organization_id = :org returning id`,
    ),
    ssoProviderId: await one(
      `insert into auth.sso_providers (organization_id, name, kind) values (:org, '${marker}', 'saml') returning id`,
    ),
    domainId: await one(
      `insert into auth.sso_domains (organization_id, sso_provider_id, domain, verification_token)
       select organization_id, id, '${marker}.example', 'x' from auth.sso_providers where organization_id = :org returning id`,
    ),
    providerId: await one(
      `insert into auth.oauth_providers (organization_id, identifier, name, client_id) values (:org, 'custom:${marker}', '${marker}', 'x') returning id`,
    ),
    clientId: await one(
      `insert into auth.oauth_clients (organization_id, client_name) values (:org, '${marker}') returning id`,
    ),
    authorizationId: await one(
      `insert into auth.oauth_authorizations (authorization_id, organization_id, client_id, redirect_uri, scope, user_id)
       select '${marker}-asks', organization_id, id, 'https://app.example', 'openid', '${learner.userId}'
         from auth.oauth_clients where organization_id = :org returning authorization_id`,
    ),
    identityId: await one(`select id from auth.identities where user_id = '${learner.userId}'`),
    addressId: await one(`select id from auth.user_emails where user_id = '${learner.userId}'`),
    prefix: 'walkwalkwalk',
    factorId: await one(
      `insert into auth.mfa_factors (user_id, friendly_name, factor_type) values ('${learner.userId}', '${marker}', 'totp') returning id`,
    ),
    passkeyId: await one(
      `insert into auth.webauthn_credentials (user_id, friendly_name, credential_id, public_key)
       values ('${learner.userId}', '${marker}', '${marker}', '') returning id`,
    ),
    'files.id': file.objectId,
    'notifications.id': await one('select id from notifications.notifications where organization_id = :org'),
  }
}

function pathOf(module: string, route: Route): string {
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => {
    const id = ids[`${module}.${name}`] ?? ids[name]
    if (!id) throw new Error(`The walk does not know what to put for :${name}. Teach it in idsOfOurs.`)
    return id
  })
  return `/${module}${path}`
}

function call(caller: Caller, module: string, route: Route): Promise<Answer> {
  const query = route.query
    ? new URLSearchParams(example(route.query as TSchema) as Record<string, string>)
    : ''
  const path = `${pathOf(module, route)}${query ? `?${query}` : ''}`
  const body = route.body ? example(route.body as TSchema) : undefined
  switch (route.method) {
    case 'GET':
      return caller.get(path)
    case 'POST':
      return caller.post(path, body)
    case 'PUT':
      return caller.put(path, body)
    case 'PATCH':
      return caller.patch(path, body)
    case 'DELETE':
      return caller.delete(path, {}, body)
  }
}

/** One number over all rows of our organization, except what every request may touch. */
async function fingerprint(): Promise<Record<string, string>> {
  const tables = inject('tenantTables').filter(
    (name) => !['platform.outbox', 'platform.counters'].includes(name),
  )
  const sums: Record<string, string> = {}
  for (const table of tables) {
    const rows = await stoa.sql<{ sum: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${table} t where organization_id = $1`,
      [ours.id],
    )
    sums[table] = rows[0]?.sum ?? ''
  }
  return sums
}

test('a stranger gets nothing that is not open to strangers, and changes nothing', async () => {
  const before = await fingerprint()
  const stranger = stoa.strangerAt(ours)
  const wrong: string[] = []
  for (const { module, route, name } of walked) {
    if (route.allow.name === 'anyone') continue
    const { status } = await call(stranger, module, route)
    if (status !== 401 && status !== 404) wrong.push(`${name} answered ${status}`)
  }
  expect(wrong).toEqual([])
  expect(await fingerprint()).toEqual(before)
})

test('a learner gets nothing that needs more, and changes nothing of it', async () => {
  const before = await fingerprint()
  const learner = await givenPerson(stoa, ours, 'student', 'Lee Learner')
  const mine = await fingerprint()
  const wrong: string[] = []
  for (const { module, route, name } of walked) {
    if (openTo.has(route.allow.name) || publicByNumber.has(name) || openToLearners.has(name)) continue
    const { status } = await call(stoa.as(learner), module, route)
    if (status !== 403 && status !== 404) wrong.push(`${name} answered ${status}`)
  }
  expect(wrong).toEqual([])
  expect(await fingerprint()).toEqual(mine)
  expect(Object.keys(before)).toEqual(Object.keys(mine))
})

test('the owner of another organization reaches nothing of ours, by any id', async () => {
  const before = await fingerprint()
  const neighbour = await givenPerson(
    stoa,
    await givenOrganization(stoa, 'Next door'),
    'owner',
    'Nat Neighbour',
  )
  const wrong: string[] = []
  for (const { module, route, name } of walked) {
    if (publicByNumber.has(name) || developmentOnly.has(name)) continue
    // Ending one's own session would end the walk.
    if (name.startsWith('DELETE /identity/sessions')) continue
    const answer = await call(stoa.as(neighbour), module, route)
    if (answer.status >= 500) wrong.push(`${name} answered ${answer.status}`)
    // A refusal repeats the path that was asked for.
    const told = answer.text.replaceAll(pathOf(module, route), '')
    if (told.includes(marker) || told.includes(ours.id)) wrong.push(`${name} told something of ours`)
    const reached = route.path.includes(':') && !/:(seq|moduleKey)\b/.test(route.path) && answer.status < 300
    if (answeredNotCounted.has(name)) continue
    if (reached && !/^\/(people|roles)\/:\w+\/modules/.test(route.path))
      wrong.push(`${name} answered ${answer.status} for an id of ours`)
  }
  expect(wrong).toEqual([])
  expect(await fingerprint()).toEqual(before)
})

test('a token of one organization is worthless in another', async () => {
  const neighbour = await givenPerson(
    stoa,
    await givenOrganization(stoa, 'Next door'),
    'owner',
    'Nat Neighbour',
  )
  const here = { 'stoa-organization': ours.slug }
  for (const path of [
    '/identity/people',
    '/learning/studio/courses',
    '/audit/entries',
    '/admin/runs',
    '/files/objects',
  ]) {
    const answer = await stoa.as(neighbour).get(path, here)
    expect([path, [401, 403, 404].includes(answer.status)]).toEqual([path, true])
  }
})

test('every route has a summary, and every body refuses fields nobody asked for', () => {
  const loose = walked.filter(
    ({ route }) =>
      route.body &&
      !route.rawBody &&
      (route.body as { additionalProperties?: boolean; anyOf?: unknown }).additionalProperties !== false &&
      !('anyOf' in route.body),
  )
  expect(loose.map(({ name }) => name)).toEqual([])
  expect(walked.filter(({ route }) => route.summary.length < 3)).toEqual([])
})
