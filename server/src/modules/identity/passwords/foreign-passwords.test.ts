import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization, givenPerson } from '../testing.ts'
import { foreignFits } from './foreign-passwords.ts'

const password = 'seven blue herons'
// Made by Python's hashlib and by crypt(3).
const hashes = {
  bcrypt: '$2b$04$abcdefghijklmnopqrstuu.kgukBRaJsrqh6eOC6PQ4A2krwer8Va',
  'bcrypt as Django writes it': 'bcrypt$$2b$04$abcdefghijklmnopqrstuu.kgukBRaJsrqh6eOC6PQ4A2krwer8Va',
  'bcrypt over SHA-256 (Django)':
    'bcrypt_sha256$$2b$04$abcdefghijklmnopqrstuuosgwFb6v.nvk35PK2v5ChGGibALHJ8e',
  'PBKDF2 with SHA-256 (Django)': 'pbkdf2_sha256$1000$seasalt2$o7N+O1K+TBCqT5sk5xg8Eyq4bff+n3Q9a2BceHnS9B8=',
  'PBKDF2 with SHA-1 (Django)': 'pbkdf2_sha1$1000$seasalt2$/Hk52t6VCT5f3xuLBCbbXmF3hT0=',
  'scrypt (Django)':
    'scrypt$1024$seasalt$8$1$kHuObLngzqBklW0Svnh9JWCVYLnTTjgmJdxEEVLc1bOVuzKf75/3hqR/GQkcBiRtSJYL4DP4bj2Venttd4Kptg==',
  'scrypt of better-auth':
    '00112233445566778899aabbccddeeff:14af0d0d01fae8263a5a8ffb3029056d0e157659c994380943484f00c1fe85f516a85bb3263717b235e276c4e15b3d406d0e09f91d500597134c25bf4d6664a7',
}

let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())

const signIn = (email: string, chosen: string) =>
  stoa.strangerAt(organization).post('/identity/sessions', { email, password: chosen })
const storedOf = async (userId: string) =>
  (
    await stoa.sql<{ stored: string }>('select encrypted_password as stored from auth.users where id = $1', [
      userId,
    ])
  )[0]!.stored
async function givenHash(stored: string) {
  const person = await givenPerson(stoa, organization)
  await stoa.sql('update auth.users set encrypted_password = $2 where id = $1', [person.userId, stored])
  return person
}

test.each(Object.entries(hashes))(
  '%s: a person signs in with the password they had, and gets a hash of ours',
  async (_, stored) => {
    const person = await givenHash(stored)
    expect((await signIn(person.email, 'seven blue heron')).status).toBe(401)
    expect(await storedOf(person.userId)).toBe(stored)
    expect((await signIn(person.email, password)).status).toBe(201)
    const ours = await storedOf(person.userId)
    expect(ours).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/)
    expect((await signIn(person.email, password)).status).toBe(201)
    expect(await storedOf(person.userId)).toBe(ours)
  },
)

test('the well-known vectors of bcrypt fit under each of its names', () => {
  const rest = '05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW'
  for (const name of ['$2a$', '$2b$', '$2y$']) expect(foreignFits(name + rest, 'U*U')).toBe(true)
  expect(foreignFits(`$2a$${rest}`, 'U*U*')).toBe(false)
})

test('sign-ins at the same moment are all let in, and one of them changes the hash', async () => {
  const person = await givenHash(hashes.bcrypt)
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(person.email, password)))
  expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 12 }, () => 201))
  expect(await storedOf(person.userId)).toMatch(/^\$argon2id\$/)
})

test.each([
  'pbkdf2_sha256$99999999999$salt$o7N+O1K+TBCqT5sk5xg8Eyq4bff+n3Q9a2BceHnS9B8=',
  'pbkdf2_sha256$1000$salt$',
  'pbkdf2_sha256$x$salt$AAAA',
  'scrypt$1073741824$salt$8$1$o7N+O1K+TBCqT5sk5xg8Eyq4bff+n3Q9a2BceHnS9B8=',
  'scrypt$-1$salt$8$1$o7N+O1K+TBCqT5sk5xg8Eyq4bff+n3Q9a2BceHnS9B8=',
  '$2b$31$abcdefghijklmnopqrstuu.kgukBRaJsrqh6eOC6PQ4A2krwer8Va',
  '$2b$nonsense',
  'md5$salt$900150983cd24fb0d6963f7d28e17f72',
  '!unusable',
  ':',
  '',
])('what is no hash, or takes minutes, fits nothing: %s', (stored) => {
  expect(foreignFits(stored, password)).toBe(false)
})
