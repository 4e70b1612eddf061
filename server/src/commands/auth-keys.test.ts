import { decodeJwt, decodeProtectedHeader, importJWK, type JWK, jwtVerify } from 'jose'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type GivenOrganization, givenOrganization } from '../modules/identity/testing.ts'
import { testSecret } from '../testing/test-config.ts'
import { type TestStoa, testStoa } from '../testing/test-stoa.ts'
import { type Ground, openGround } from './testing.ts'

let ground: Ground
let stoa: TestStoa
let ours: GivenOrganization

beforeAll(async () => {
  ground = openGround()
  stoa = await testStoa()
  ours = await givenOrganization(stoa)
})
afterAll(async () => {
  await ground?.close()
  await stoa?.close()
})

async function run(args: string[], env: Record<string, string> = {}) {
  const own = { DATABASE_URL: stoa.ownerUrl, STOA_SECRET: testSecret, STOA_URL: 'http://stoa.test', ...env }
  const { code, stdout, stderr } = await ground.run(['auth', ...args], { env: own }).ended
  return { code, stdout, stderr }
}

const runJson = async (args: string[], env?: Record<string, string>) => {
  const ended = await run([...args, '--json'], env)
  return { ...ended, body: JSON.parse(ended.stdout) }
}

const publicKeys = () =>
  stoa.sql<{ id: string; public_jwk: JWK; status: string }>(
    `select id, public_jwk, status from auth.signing_keys where algorithm = 'ES256'`,
  )

test.each([
  [['keys', '--help'], '--organization'],
  [['rotate-keys', '--help'], '--json'],
])('%j explains itself', async (args, words) => {
  const { code, stdout, stderr } = await run(args)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toContain(words)
})

test('keys prints the two keys, signed with the key in use', async () => {
  const { code, body } = await runJson(['keys'])
  expect(code).toBe(0)
  expect(body).toMatchObject({ ok: true, url: 'http://stoa.test/auth/v1', organization: null })
  const current = (await publicKeys()).find((key) => key.status === 'current')!
  const key = await importJWK(current.public_jwk, 'ES256')
  for (const [token, role] of [
    [body.anon, 'anon'],
    [body.serviceRole, 'service_role'],
  ]) {
    const { payload } = await jwtVerify(token, key, { issuer: 'http://stoa.test/auth/v1' })
    expect(payload.role).toBe(role)
    expect(payload).not.toHaveProperty('organization_id')
  }
})

test('keys for one organization say so, and the organization can read that they were made', async () => {
  const { stdout, code } = await run(['keys', '--organization', ours.slug])
  expect(code).toBe(0)
  expect(stdout).toContain(`organization ${ours.slug}`)
  const tokens = stdout.match(/^ey\S+$/gm) ?? []
  expect(tokens).toHaveLength(2)
  for (const token of tokens) expect(decodeJwt(token)).toMatchObject({ organization_id: ours.id })
  const entries = await stoa.sql<{ count: number }>(
    `select count(*)::int as count from audit.entries where organization_id = $1 and action = 'identity.service_keys_made'`,
    [ours.id],
  )
  expect(entries[0]?.count).toBe(1)
})

test('keys of an organization that is not there are refused', async () => {
  expect(await runJson(['keys', '--organization', 'nowhere'])).toMatchObject({
    code: 1,
    body: { ok: false, code: 'command.no_such_organization' },
  })
})

test('rotate-keys lets a new key sign; the one before checks on, the one before that does not', async () => {
  const idOf = async () => String(decodeProtectedHeader((await runJson(['keys'])).body.anon).kid)
  const statusOf = async () => new Map((await publicKeys()).map((key) => [key.id, key.status]))
  const first = await idOf()
  const rotated = await run(['rotate-keys'])
  expect(rotated).toMatchObject({ code: 0, stderr: '' })
  expect(rotated.stdout).toContain('New keys sign from now on')
  const second = await idOf()
  expect(second).not.toBe(first)
  expect((await statusOf()).get(first)).toBe('previous')
  expect(await runJson(['rotate-keys'])).toMatchObject({
    code: 0,
    body: { ok: true, signsByConfiguration: null },
  })
  const status = await statusOf()
  expect([status.get(first), status.get(second)]).toEqual(['revoked', 'previous'])
})

test('rotate-keys says when the configuration decides what signs', async () => {
  const { stdout } = await run(['rotate-keys'], {
    STOA_AUTH_JWT_SECRET: 'a shared secret of the operator, long',
  })
  expect(stdout).toContain('STOA_AUTH_JWT_SECRET')
})
