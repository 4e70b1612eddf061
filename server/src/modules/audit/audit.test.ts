import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { record } from './record.ts'
import { verifyChain } from './verify.ts'
import { verifyAll } from './verify-all.ts'

let stoa: TestStoa
let organization: GivenOrganization
let owner: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())
beforeEach(async () => {
  organization = await givenOrganization(stoa)
  owner = await givenPerson(stoa, organization, 'owner')
})

const act = (n: number, more = {}) =>
  stoa.inside(organization.id, (ctx) =>
    record(ctx, 'test.thing_changed', {
      entityType: 'thing',
      entityId: `thing-${n}`,
      before: { n: n - 1 },
      after: { n },
      ...more,
    }),
  )

async function acts(count: number) {
  for (let n = 1; n <= count; n += 1) await act(n)
}

/** Forges an entry after the pattern of another. */
const copied = (which: string, changes: string) =>
  `insert into audit.entries select (jsonb_populate_record(e, ${changes})).* from audit.entries e
    where organization_id = :org and ${which}`

const tamper = (text: string) => stoa.sql(text.replaceAll(':org', `'${organization.id}'`))
const verified = () => verifyChain(stoa.app, organization.id)

test('a chain that nobody touched is intact', async () => {
  await acts(5)
  // The founding of the organization is the first entry.
  expect(await verified()).toMatchObject({ status: 'intact', totalEntries: 6, firstFailure: null })
})

test('fifty writers at once make one chain without gap or fork', async () => {
  await Promise.all(Array.from({ length: 50 }, (_, n) => act(n)))
  expect(await verified()).toMatchObject({ status: 'intact', totalEntries: 51 })
})

test('reading a chain while it grows finds nothing wrong with it', async () => {
  const [, readings] = await Promise.all([
    Promise.all(Array.from({ length: 40 }, (_, n) => act(n))),
    Promise.all(Array.from({ length: 12 }, verified)),
  ])
  expect(readings.map(({ status, firstFailure }) => ({ status, firstFailure }))).toEqual(
    readings.map(() => ({ status: 'intact', firstFailure: null })),
  )
})

test('a change that is rolled back leaves no entry', async () => {
  const failing = stoa.inside(organization.id, async (ctx) => {
    await record(ctx, 'test.never', { entityType: 'thing', entityId: '1' })
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await verified()).toMatchObject({ totalEntries: 1 })
})

test.each([
  [
    'an edited value',
    `update audit.entries set new_values = '{"n": 99}' where organization_id = :org and seq = 3`,
    { seq: 3, kind: 'altered', field: 'new_values' },
  ],
  [
    'an edited action',
    `update audit.entries set action = 'test.other' where organization_id = :org and seq = 3`,
    { seq: 3, kind: 'altered' },
  ],
  [
    'a changed time',
    `update audit.entries set ts = ts + interval '1 second' where organization_id = :org and seq = 3`,
    { seq: 3, kind: 'altered' },
  ],
  [
    'a deleted entry',
    'delete from audit.entries where organization_id = :org and seq = 3',
    { seq: 3, kind: 'missing' },
  ],
  [
    'a swapped pair',
    'update audit.entries set seq = case seq when 3 then 1004 else 3 end where organization_id = :org and seq in (3, 4); update audit.entries set seq = 4 where organization_id = :org and seq = 1004',
    { seq: 3, kind: 'broken_link' },
  ],
  [
    'a cut-off end',
    'delete from audit.entries where organization_id = :org and seq > 4',
    { seq: 5, kind: 'truncated' },
  ],
  [
    'a cut-off end with a head to match',
    'delete from audit.entries where organization_id = :org and seq > 4; update audit.heads h set seq = 4, hash = (select hash from audit.entries e where e.organization_id = h.organization_id and seq = 4) where organization_id = :org',
    { seq: 5, kind: 'truncated' },
  ],
  [
    'a redaction nobody asked for',
    'update audit.entries set new_values = null where organization_id = :org and seq = 2',
    { seq: 2, kind: 'altered', field: 'new_values' },
  ],
  [
    'a redaction that hides its own traces',
    'select audit.redact(:org, 2, 3::smallint)',
    { seq: 2, kind: 'altered', field: 'redaction_level' },
  ],
  [
    'a forged entry in place of another',
    `update audit.entries set hash = sha256('x'), action = 'test.forged' where organization_id = :org and seq = 2`,
    { seq: 2, kind: 'altered' },
  ],
  [
    'a time changed by less than a reader sees',
    `update audit.entries set ts = ts + interval '1 microsecond' where organization_id = :org and seq = 3`,
    { seq: 3, kind: 'altered' },
  ],
  [
    'an entry slipped in before the first',
    copied('seq = 2', `jsonb_build_object('seq', 0)`),
    { seq: 0, kind: 'reordered' },
  ],
  [
    'an entry slipped in beside another',
    copied('seq = 4', `jsonb_build_object('ts', ts + interval '1 hour', 'action', 'test.forged')`),
    { seq: 4, kind: 'reordered' },
  ],
  [
    'an entry slipped in after the last',
    copied('seq = 6', `jsonb_build_object('seq', 7, 'prev_hash', hash)`),
    { seq: 7, kind: 'altered' },
  ],
])('%s is found and named', async (_what, statement, failure) => {
  await acts(5)
  expect((await verified()).status).toBe('intact')
  await tamper(statement)
  const result = await verified()
  expect(result.status).toBe('broken')
  expect(result.firstFailure).toMatchObject(failure)
})

test('an entry slipped in where a reader pauses is found', async () => {
  // As many as are read at once.
  await stoa.inside(organization.id, async (ctx) => {
    for (let n = 2; n <= 501; n += 1)
      await record(ctx, 'test.many', { entityType: 'thing', entityId: `${n}` })
  })
  expect(await verified()).toMatchObject({ status: 'intact', totalEntries: 501 })
  await tamper(
    copied('seq = 500', `jsonb_build_object('ts', ts + interval '1 hour', 'action', 'test.forged')`),
  )
  expect((await verified()).firstFailure).toMatchObject({ seq: 500, kind: 'reordered' })
})

test('a chain that was removed whole is missed by those who read it before', async () => {
  await acts(2)
  await verified()
  await tamper(
    'delete from audit.entries where organization_id = :org; delete from audit.heads where organization_id = :org',
  )
  const missed = (await verifyAll(stoa.app, null)).find((one) => one.organizationId === organization.id)
  expect(missed).toMatchObject({
    status: 'broken',
    totalEntries: 3,
    firstFailure: { seq: 1, kind: 'truncated' },
  })
})

test('the role of the app can neither change nor remove entries', async () => {
  await acts(1)
  const pool = stoa.app.database.pool
  for (const statement of [
    `update audit.entries set action = 'x' where organization_id = '${organization.id}'`,
    `delete from audit.entries where organization_id = '${organization.id}'`,
    `update audit.heads set seq = 0 where organization_id = '${organization.id}'`,
    `update auth.audit_log_entries set created_at = now() where organization_id = '${organization.id}'`,
    `truncate audit.entries /* organization_id */`,
  ]) {
    await expect(pool.query(statement)).rejects.toMatchObject({ code: '42501' })
  }
})

test('personal data can be hidden in three steps and the chain still verifies', async () => {
  await act(1, { metadata: { note: 'private' } })
  for (const level of [1, 2, 3]) {
    const answer = await stoa
      .as(owner)
      .put('/audit/entries/2/redaction', { level, reason: 'the person asked for it' })
    expect(answer.body.redactionLevel).toBe(level)
    expect((await verified()).status).toBe('intact')
  }
  const { body } = await stoa.as(owner).get('/audit/entries/2')
  expect(body).toMatchObject({
    newValues: null,
    prevValues: null,
    metadata: null,
    ip: null,
    action: 'test.thing_changed',
  })
  // Who hid it, and why, is an entry of its own.
  const trail = await stoa.as(owner).get('/audit/entries?action=audit.entry_redacted')
  expect(trail.body.items).toHaveLength(3)
})

test('more hidden than was recorded is tampering', async () => {
  await act(2)
  const { seq } = (await stoa.as(owner).get('/audit/entries?entityType=thing&limit=1')).body.items[0]
  await stoa.as(owner).put(`/audit/entries/${seq}/redaction`, { level: 1, reason: 'the person asked for it' })
  expect((await verified()).status).toBe('intact')
  await tamper(`select audit.redact(:org, ${seq}, 2::smallint)`)
  expect((await verified()).firstFailure).toMatchObject({ seq, kind: 'altered', field: 'redaction_level' })
})

describe('an entry that cannot be written', () => {
  const append = 'execute on function audit.append(jsonb, bytea, bytea)'
  const retry = async () => (await stoa.as(owner).post('/audit/dead-letters/retries')).body.written
  beforeEach(async () => {
    await tamper(`revoke ${append} from stoa_app`)
    await act(1)
  })
  afterEach(() => tamper(`grant ${append} to stoa_app`))

  test('waits as a dead letter and is written later', async () => {
    const letters = await stoa.as(owner).get('/audit/dead-letters')
    expect(letters.body.items).toMatchObject([
      { action: 'test.thing_changed', retryCount: 0, resolvedAt: null },
    ])
    // Still broken: the retry fails and the letter stays.
    expect(await retry()).toBe(0)
    await tamper(`grant ${append} to stoa_app`)
    expect(await retry()).toBe(1)
    expect((await verified()).status).toBe('intact')
    expect((await stoa.as(owner).get('/audit/entries?entityType=thing')).body.items).toHaveLength(1)
  })

  test('is written once, also when somebody opens its letter again', async () => {
    await tamper(`grant ${append} to stoa_app`)
    expect(await retry()).toBe(1)
    await tamper('update audit.dead_letters set resolved_at = null where organization_id = :org')
    expect(await retry()).toBe(0)
    expect((await stoa.as(owner).get('/audit/entries?entityType=thing')).body.items).toHaveLength(1)
    expect((await stoa.as(owner).get('/audit/dead-letters')).body.items).toMatchObject([
      { resolvedAt: expect.any(String) },
    ])
  })

  test('does not wait behind those that can never be written', async () => {
    await tamper(
      `insert into audit.dead_letters (organization_id, failed_at, error, event_data)
       select :org, now() - interval '1 day', 'broken', '{}' from generate_series(1, 100)`,
    )
    await tamper(`grant ${append} to stoa_app`)
    expect(await retry()).toBe(0)
    expect(await retry()).toBe(1)
    await tamper('delete from audit.dead_letters where organization_id = :org')
  })

  test('is not written when somebody changed it while it waited', async () => {
    await tamper(`grant ${append} to stoa_app`)
    await tamper(
      `update audit.dead_letters set event_data = event_data || '{"action": "test.forged"}' where organization_id = :org`,
    )
    expect(await retry()).toBe(0)
    expect((await stoa.as(owner).get('/audit/dead-letters')).body.items).toMatchObject([
      { error: 'The letter is not as it was written.', resolvedAt: null },
    ])
    await tamper(`delete from audit.dead_letters where organization_id = :org`)
  })
})

test('the trail is searched, paged and exported by those who may', async () => {
  await acts(5)
  const first = await stoa.as(owner).get('/audit/entries?limit=4')
  const second = await stoa.as(owner).get(`/audit/entries?limit=4&cursor=${first.body.next}`)
  expect([...first.body.items, ...second.body.items].map((entry: { seq: number }) => entry.seq)).toEqual([
    6, 5, 4, 3, 2, 1,
  ])
  expect(second.body.next).toBeNull()
  expect((await stoa.as(owner).get('/audit/entries?entityId=thing-2')).body.items).toHaveLength(1)
  const file = await stoa.as(owner).get('/audit/entries.csv?action=test.')
  expect(file.headers['content-type']).toContain('text/csv')
  expect(file.text.trim().split('\r\n')).toHaveLength(6)
})

test('the trail says by name who acted and for whom, with one look however many there are', async () => {
  const helped = await givenPerson(stoa, organization, 'student')
  const others = await Promise.all([1, 2, 3].map(() => givenPerson(stoa, organization, 'mentor')))
  const actAs = (userId: string, impersonatedBy: string | null = null) =>
    stoa.inside(organization.id, (ctx) =>
      record(
        { ...ctx, actor: { ...ctx.actor, kind: 'person' as const, userId, impersonatedBy } },
        'test.thing_named',
        { entityType: 'thing', entityId: 'named' },
      ),
    )
  for (const { userId } of others) await actAs(userId)
  await actAs(helped.userId, owner.userId)
  stoa.statements()
  const { body } = await stoa.as(owner).get('/audit/entries?action=test.thing_named')
  const looks = stoa.statements().filter((text) => /from auth\.users u where u\.id = any/.test(text))
  expect(looks).toHaveLength(1)
  const nameOf = async (id: string) =>
    (await stoa.sql<{ name: string }>('select name from auth.users where id = $1', [id]))[0]?.name
  expect(body.items[0]).toMatchObject({
    actorName: await nameOf(owner.userId),
    impersonatedName: await nameOf(helped.userId),
  })
  expect(body.items[1]).toMatchObject({
    actorName: await nameOf(others[2]?.userId ?? ''),
    impersonatedName: null,
  })
  const file = await stoa.as(owner).get('/audit/entries.csv?action=test.thing_named')
  expect(file.text).toContain(await nameOf(helped.userId))
  // What hides the address hides the name.
  const hidden = await stoa
    .as(owner)
    .put(`/audit/entries/${body.items[0].seq}/redaction`, { level: 2, reason: 'asked for' })
  expect(hidden.body).toMatchObject({ actorName: null, impersonatedName: null })
  const { items } = (await stoa.as(owner).get('/audit/entries')).body
  const bySeq = new Map(items.map((entry: { seq: number }) => [entry.seq, entry]))
  expect(items[0]).toMatchObject({ action: 'audit.entry_redacted', actorName: await nameOf(owner.userId) })
  expect(bySeq.get(body.items[0].seq)).toMatchObject({ actorName: null, impersonatedName: null })
})

test('a formula in a value stays text in the export', async () => {
  await stoa.inside(organization.id, (ctx) =>
    record(ctx, 'test.formula', { entityType: 'thing', entityId: '=1+1' }),
  )
  expect((await stoa.as(owner).get('/audit/entries.csv?action=test.formula')).text).toContain(",'=1+1,")
})

test('strangers, learners and neighbours see nothing of the trail', async () => {
  await acts(1)
  const learner = await givenPerson(stoa, organization, 'student')
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  expect((await stoa.strangerAt(organization).get('/audit/entries')).status).toBe(401)
  expect((await stoa.as(learner).get('/audit/entries')).status).toBe(403)
  expect((await stoa.as(neighbour).get('/audit/entries?entityType=thing')).body.items).toEqual([])
  expect(
    (await stoa.as(neighbour).get('/audit/entries', { 'stoa-organization': organization.slug })).status,
  ).toBe(403)
})

test.each(['cursor=zzz', 'limit=0', 'limit=1000', 'actorId=me', 'from=yesterday'])(
  'the search refuses %s',
  async (query) => {
    const { status, body } = await stoa.as(owner).get(`/audit/entries?${query}`)
    expect([400, 422]).toContain(status)
    expect(body.code).toMatch(/invalid_input|malformed_request/)
  },
)

test('a search for what cannot be stored is refused before an export begins', async () => {
  for (const path of ['entries', 'entries.csv']) {
    const { status, body } = await stoa.as(owner).get(`/audit/${path}?action=%00`)
    expect([status, body.code]).toEqual([400, 'malformed_request'])
  }
})

test('a place in the chain that no number reaches is not found, not a crash', async () => {
  expect((await stoa.as(owner).get('/audit/entries/9007199254740991')).status).toBe(404)
  expect((await stoa.as(owner).get('/audit/entries/1e30')).status).toBe(422)
})
