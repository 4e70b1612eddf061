import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { bytesOnDisk, givenPicture } from './testing.ts'

let stoa: TestStoa
let academy: GivenOrganization
let owner: GivenPerson
let student: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  academy = await givenOrganization(stoa)
  owner = await givenPerson(stoa, academy, 'owner')
  student = await givenPerson(stoa, academy)
})
afterAll(() => stoa.close())

const png = { 'content-type': 'image/png' }
const jpeg = { 'content-type': 'image/jpeg' }
const showMyself = async (person: GivenPerson, picture?: Buffer) =>
  stoa.as(person).put('/files/me/avatar', picture ?? (await givenPicture()), png)
const avatarOf = async (person: GivenPerson): Promise<string | null> =>
  (await stoa.as(person).get('/identity/me')).body.person.avatarUrl
const served = (path: string) => stoa.server.inject({ method: 'GET', url: path })
const objectsOf = (person: GivenPerson) =>
  stoa.sql('select id from storage.objects where owner_id = $1', [person.userId])

test('a picture of oneself is shown wherever one is named, and to everybody', async () => {
  expect(await avatarOf(student)).toBeNull()
  expect((await showMyself(student)).status).toBe(200)
  const url = (await avatarOf(student)) ?? ''
  const answer = await served(url)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('image/webp')
  const people = (await stoa.as(owner).get('/identity/people')).body.items
  expect(people).toContainEqual(expect.objectContaining({ id: student.userId, avatarUrl: url }))
  expect((await stoa.as(student).get('/identity/frame')).body.person.avatarUrl).toBe(url)
})

test('what is kept is made anew: upright, small, and without the place it was taken', async () => {
  const taken = await givenPicture(3000, 2000, true)
  expect(await sharp(taken).metadata()).toMatchObject({ exif: expect.any(Buffer) })
  await stoa.as(student).put('/files/me/avatar', taken, jpeg)
  const original = ((await avatarOf(student)) ?? '').replace('/thumb/', '/original/')
  const kept = await sharp((await served(original)).rawPayload).metadata()
  expect(kept).toMatchObject({ format: 'webp', width: 533, height: 800 })
  expect(kept.exif).toBeUndefined()
})

test('one picture takes the place of another; nothing of the first is left', async () => {
  const mentor = await givenPerson(stoa, academy, 'mentor')
  await showMyself(mentor)
  await stoa.settle()
  const first = (await avatarOf(mentor)) ?? ''
  await showMyself(mentor, await givenPicture(20, 20))
  const second = (await avatarOf(mentor)) ?? ''
  expect(second).not.toBe(first)
  expect((await served(first)).statusCode).toBe(404)
  expect((await served(second)).statusCode).toBe(200)
  await stoa.as(mentor).delete('/files/me/avatar')
  expect(await avatarOf(mentor)).toBeNull()
  expect(await objectsOf(mentor)).toEqual([])
  expect((await stoa.as(mentor).delete('/files/me/avatar')).status).toBe(200)
})

test('many at once leave exactly one', async () => {
  const mentor = await givenPerson(stoa, academy, 'mentor')
  const answers = await Promise.all(Array.from({ length: 8 }, () => showMyself(mentor)))
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  await stoa.settle()
  const originals = await stoa.sql(
    `select o.id from storage.objects o join storage.assets a on a.object_id = o.id and a.kind <> 'derived'
      where o.owner_id = $1`,
    [mentor.userId],
  )
  expect(originals).toHaveLength(1)
  expect((await served((await avatarOf(mentor)) ?? '')).statusCode).toBe(200)
})

test.each([
  ['a page', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'image/svg+xml', 415],
  ['a page that calls itself a picture', Buffer.from('<script>1</script>'), 'image/png', 415],
  ['a moving picture', Buffer.from('GIF89a\x01\x00\x01\x00\x00\x00\x00;', 'latin1'), 'image/gif', 415],
  ['nothing', Buffer.alloc(0), 'image/png', 415],
  ['too much', Buffer.alloc(10 * 1024 * 1024 + 1, 'x'), 'image/png', 413],
])('%s is refused, and nothing of it is kept', async (_what, bytes, type, status) => {
  const before = await avatarOf(student)
  const disk = bytesOnDisk(stoa).length
  const answer = await stoa.as(student).put('/files/me/avatar', bytes, { 'content-type': type })
  expect(answer.status).toBe(status)
  expect(await avatarOf(student)).toBe(before)
  expect(bytesOnDisk(stoa)).toHaveLength(disk)
})

test('a picture that breaks off is refused in words, and nothing of it is kept', async () => {
  const whole = await sharp({
    create: {
      width: 900,
      height: 900,
      channels: 3,
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
      background: '#fff',
    },
  })
    .png()
    .toBuffer()
  const disk = bytesOnDisk(stoa).length
  const answer = await showMyself(student, whole.subarray(0, whole.length / 2))
  expect(answer.body.code).toBe('files.picture_unreadable')
  expect(bytesOnDisk(stoa)).toHaveLength(disk)
})

test('logo and cover belong to the organization; who runs it changes them', async () => {
  for (const which of ['logo', 'cover']) {
    const at = `/files/organization/${which}`
    expect((await stoa.as(student).put(at, await givenPicture(), png)).status).toBe(403)
    expect((await stoa.as(student).delete(at)).status).toBe(403)
    expect((await stoa.strangerAt(academy).put(at, await givenPicture(), png)).status).toBe(401)
    expect((await stoa.as(owner).put(at, await givenPicture(), png)).status).toBe(200)
  }
  const { body } = await stoa.strangerAt(academy).get('/identity/organization')
  expect((await served(body.logoUrl)).statusCode).toBe(200)
  expect((await served(body.coverUrl)).statusCode).toBe(200)
  const elsewhere = await givenOrganization(stoa, 'Elsewhere')
  expect((await stoa.strangerAt(elsewhere).get('/identity/organization')).body).toMatchObject({
    logoUrl: null,
    coverUrl: null,
  })
  await stoa.as(owner).delete('/files/organization/logo')
  expect((await stoa.strangerAt(academy).get('/identity/organization')).body.logoUrl).toBeNull()
  expect((await served(body.logoUrl)).statusCode).toBe(404)
})

test('a logo in use is not deleted as a file', async () => {
  await stoa.as(owner).put('/files/organization/logo', await givenPicture(), png)
  const { logoUrl } = (await stoa.as(owner).get('/identity/organization')).body
  const [, , , objectId] = logoUrl.split('/')
  expect((await stoa.as(owner).delete(`/files/objects/${objectId}`)).body.code).toBe('files.in_use')
})

test('who is not a member, or acts as somebody else, shows no face here', async () => {
  const visitor = await givenPerson(stoa, await givenOrganization(stoa, 'Visitors'))
  const there = { ...png, 'stoa-organization': academy.slug }
  const answer = await stoa.as(visitor).put('/files/me/avatar', await givenPicture(), there)
  expect(answer.status).toBe(403)
  expect((await stoa.strangerAt(academy).put('/files/me/avatar', await givenPicture(), png)).status).toBe(401)
  await showMyself(student)
  const before = await avatarOf(student)
  const { body: acting } = await stoa
    .as(owner)
    .post(`/identity/people/${student.userId}/impersonations`, { reason: 'Cannot find the page' })
  expect((await stoa.as(acting).delete('/files/me/avatar')).status).toBe(403)
  expect(await avatarOf(student)).toBe(before)
})

test('whoever deletes their account leaves no face behind', async () => {
  const leaver = await givenPerson(stoa, academy)
  await showMyself(leaver)
  await stoa.settle()
  const url = (await avatarOf(leaver)) ?? ''
  const [row] = await stoa.sql<{ email: string }>('select email from auth.users where id = $1', [
    leaver.userId,
  ])
  const gone = await stoa.as(leaver).delete('/identity/me', {}, { confirmation: row?.email })
  expect(gone.status).toBe(200)
  await stoa.settle()
  expect((await served(url)).statusCode).toBe(404)
  expect(await objectsOf(leaver)).toEqual([])
})
