import { afterAll, beforeAll, test } from 'vitest'
import { givenOrganization, givenPerson } from '../../modules/identity/testing.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
let stoa: TestStoa
beforeAll(async () => { stoa = await testStoa({ trustProxy: true }) })
afterAll(() => stoa.close())
test('probe', async () => {
  const o = await givenOrganization(stoa)
  const p = await givenPerson(stoa, o, 'owner')
  const t = async (n: string, f: () => Promise<any>) => { const a = performance.now(); const r = await f(); console.log(n, r.status, Math.round(performance.now() - a) + 'ms', r.text?.length, String(r.text).slice(0, 160)) }
  await t('allErrors', () => stoa.stranger.put('/notifications/preferences', { items: Array.from({ length: 340000 }, () => ({})) }))
  await t('unique', () => stoa.stranger.put('/identity/people/0198b0c0-0000-7000-8000-000000000000/roles', { roleIds: Array.from({ length: 200000 }, (_, i) => i) }))
  await t('unique str', () => stoa.stranger.put('/identity/people/0198b0c0-0000-7000-8000-000000000000/roles', { roleIds: Array.from({ length: 100000 }, (_, i) => 'x' + i) }))
  await t('unique learners', () => stoa.stranger.post('/learning/studio/courses/0198b0c0-0000-7000-8000-000000000000/learners', { userIds: Array.from({ length: 100000 }, (_, i) => 'x' + i) }))
  await t('unique enum', () => stoa.stranger.post('/identity/roles', { name: 'x', description: null, rank: 1, permissions: Array.from({ length: 20000 }, (_, i) => [i]) }))
  await t('extra', () => stoa.stranger.post('/identity/sessions', Object.fromEntries(Array.from({ length: 60000 }, (_, i) => ['k' + i, 1]))))
  await t('urn', () => stoa.as(p).get('/identity/people/urn:uuid:0198b0c0-0000-7000-8000-000000000000'))
  await t('leap', () => stoa.as(p).get('/audit/entries?from=2016-12-31T23:59:60Z'))
  await t('year0', () => stoa.as(p).get('/audit/entries?from=0000-01-01T00:00:00Z'))
  await t('seq', () => stoa.as(p).get('/audit/entries/1e30'))
  await t('seq2', () => stoa.as(p).get('/audit/entries/9007199254740993000'))
  await t('mail', () => stoa.stranger.post('/identity/sessions', { email: 'a@' + 'a.'.repeat(250000) + '!', password: 'x' }))
  await t('mail2', () => stoa.stranger.post('/identity/sessions', { email: 'a.'.repeat(250000) + '!', password: 'x' }))
  await t('word', () => stoa.as(p).patch('/identity/settings', { customTerminology: { course: { singular: 'x' + ' '.repeat(400000), plural: 'x ' .repeat(200000)} } }))
  await t('lang', () => stoa.as(p).post('/identity/sign-ups', { email: 'a@b.de', password: 'x'.repeat(20), name: 'x', next: '/.//evil.com' }))
  await t('deep', () => stoa.as(p).post('/learning/studio/courses', '{"title":'.concat('['.repeat(400000), ']'.repeat(400000), '}') as never, { 'content-type': 'application/json' }))
  const c = (await stoa.as(p).post('/learning/studio/courses', { title: 'x' })).body
  const m = (await stoa.as(p).post(`/learning/studio/courses/${c.id}/nodes`, { title: 'x' })).body
  const l = (await stoa.as(p).post(`/learning/studio/courses/${c.id}/nodes`, { title: 'x', parentId: m.id })).body
  await t('deep content', () => stoa.as(p).post(`/learning/studio/nodes/${l.id}/blocks`, ('{"type":"text","content":{"html":' + '['.repeat(200000) + ']'.repeat(200000) + '}}') as never, { 'content-type': 'application/json' }))
  await t('deep content idem', () => stoa.as(p).post(`/learning/studio/nodes/${l.id}/blocks`, ('{"type":"text","content":{"html":' + '['.repeat(200000) + ']'.repeat(200000) + '}}') as never, { 'content-type': 'application/json', 'idempotency-key': 'x' }))
  await t('block urn', () => stoa.as(p).post(`/learning/studio/nodes/${l.id}/blocks`, { type: 'image', content: { objectId: 'urn:uuid:0198b0c0-0000-7000-8000-000000000000' } }))
  await t('block bad id', () => stoa.as(p).post(`/learning/studio/nodes/${l.id}/blocks`, { type: 'image', content: { objectId: 'nope' } }))
  await t('nul', () => stoa.as(p).patch(`/learning/studio/nodes/${l.id}`, { title: 'a\u0000b' }))
  await t('release leap', () => stoa.as(p).patch(`/learning/studio/nodes/${l.id}`, { releaseAt: '2016-12-31T23:59:60Z' }))
  await t('release big', () => stoa.as(p).patch(`/learning/studio/nodes/${l.id}`, { releaseAt: '9999-12-31T23:59:59-23:59' }))
  await t('numeric', () => stoa.as(p).get('/learning/courses?limit=1e1'))
  await t('proto', () => stoa.as(p).patch('/learning/attempts/0198b0c0-0000-7000-8000-000000000000', '{"answers":{"__proto__":"x"}}' as never, { 'content-type': 'application/json' }))
  await t('idem-raw', () => stoa.as(p).post('/files/objects?name=x.txt', 'hello' as never, { 'content-type': 'text/plain', 'idempotency-key': 'x' }))
  const ip = async (h: Record<string, string>) => (await stoa.server.inject({ method: 'POST', url: '/api/v1/identity/sessions', payload: { email: 'ip@x.de', password: 'x' }, headers: h, remoteAddress: '10.0.0.9' })).headers
  await ip({ 'x-forwarded-for': '1.1.1.1, 2.2.2.2' })
  console.log(await stoa.sql('select host(ip_address) from auth.login_history order by id desc limit 1'))
}, 120000)
