import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { fileFacts, keepFile, receiveFile, storeFile } from './index.ts'
import { bytesOnDisk, givenPicture } from './testing.ts'

let stoa: TestStoa
let port: number
let organization: GivenOrganization
let teacher: GivenPerson
let learner: GivenPerson
let neighbour: GivenPerson
let picture: Buffer

beforeAll(async () => {
  stoa = await testStoa({ uploadLimitBytes: 200_000 })
  await stoa.server.listen({ port: 0, host: '127.0.0.1' })
  port = (stoa.server.server.address() as AddressInfo).port
  organization = await givenOrganization(stoa)
  teacher = await givenPerson(stoa, organization, 'mentor')
  learner = await givenPerson(stoa, organization, 'student')
  neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  picture = await givenPicture()
})
afterAll(() => stoa.close())
beforeEach(async () => {
  for (const table of ['assets', 'objects', 'pending_writes', 'deletion_log'])
    await stoa.sql(`delete from storage.${table}`)
})

const upload = (
  person: { token: string },
  body: Buffer | string,
  headers: Record<string, string>,
  query = '',
) => stoa.as(person).post(`/files/objects?name=a.png${query}`, body, headers)
const png = { 'content-type': 'image/png' }
const rows = async (table: string) =>
  (await stoa.sql<{ n: number }>(`select count(*)::int as n from storage.${table}`))[0]?.n
/** Neither bytes nor rows are left of what was tried since `before`. */
const nothingLeft = async (before: string[]) => {
  await expect.poll(() => bytesOnDisk(stoa)).toEqual(before)
  await expect.poll(() => rows('pending_writes')).toBe(0)
}

describe('uploading', () => {
  test('a teacher uploads a picture and gets what is known of it', async () => {
    const answer = await upload(teacher, picture, png, '&altText=A%20green%20field&bucket=course-media')
    expect(answer.status).toBe(201)
    expect(answer.body).toMatchObject({
      name: 'a.png',
      bucket: 'course-media',
      mimeType: 'image/png',
      mediaType: 'image',
      size: picture.length,
      sha256: createHash('sha256').update(picture).digest('hex'),
      width: 800,
      height: 600,
      altText: 'A green field',
      ownerId: teacher.userId,
      can: { edit: true, delete: true },
    })
    expect((await stoa.as(teacher).get(`/files/objects/${answer.body.id}`)).body).toEqual(answer.body)
    expect(await rows('pending_writes')).toBe(0)
  })

  test('a form brings its own file name', async () => {
    const form = new FormData()
    form.append('note', 'before')
    form.append('file', new Blob([new Uint8Array(picture)], { type: 'image/png' }), 'Grüne Wiese.png')
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/files/objects`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${teacher.token}` },
    })
    expect(answer.status).toBe(201)
    expect(await answer.json()).toMatchObject({
      name: 'Grüne Wiese.png',
      mimeType: 'image/png',
      size: picture.length,
    })
  })

  test('a form without a file is refused', async () => {
    const form = new FormData()
    form.append('note', 'nothing else')
    const answer = await fetch(`http://127.0.0.1:${port}/api/v1/files/objects`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bearer ${teacher.token}` },
    })
    expect(((await answer.json()) as { code: string }).code).toBe('files.no_file')
  })

  test('strangers and learners may not', async () => {
    expect((await stoa.strangerAt(organization).post('/files/objects?name=a.png', picture, png)).status).toBe(
      401,
    )
    expect((await upload(learner, picture, png)).status).toBe(403)
    expect(await rows('objects')).toBe(0)
  })

  test('a page that calls itself a picture is refused, and nothing is left', async () => {
    const before = bytesOnDisk(stoa)
    const answer = await upload(teacher, '<html><script>alert(1)</script>', png)
    expect(answer.status).toBe(415)
    expect(answer.body).toMatchObject({
      code: 'files.type_mismatch',
      params: { declared: 'image/png', found: 'text/plain' },
    })
    await nothingLeft(before)
  })

  test('a bucket takes only its types', async () => {
    const before = bytesOnDisk(stoa)
    const answer = await stoa
      .as(teacher)
      .post('/files/objects?name=a.txt&bucket=public', 'hello', { 'content-type': 'text/plain' })
    expect(answer.body).toMatchObject({ code: 'files.type_not_allowed' })
    await nothingLeft(before)
  })

  test.each([
    ['/files/objects?name=../../a.png', 'files.name_refused'],
    ['/files/objects?name=a.png&bucket=imports', 'invalid_input'],
    [`/files/objects?name=${'a'.repeat(2000)}`, 'invalid_input'],
    [`/files/objects?name=a.png&altText=${'a'.repeat(2000)}`, 'invalid_input'],
  ])('%s is refused with %s', async (path, code) => {
    expect((await stoa.as(teacher).post(path, picture, png)).body.code).toBe(code)
    expect(await rows('objects')).toBe(0)
  })

  test('too large is refused with an answer, whether it says so or not, and nothing is left', async () => {
    const before = bytesOnDisk(stoa)
    const large = randomBytes(600_000)
    const send = (body: Buffer | ReadableStream) =>
      fetch(`http://127.0.0.1:${port}/api/v1/files/objects?name=a.bin`, {
        method: 'POST',
        body: body as never,
        headers: { authorization: `Bearer ${teacher.token}`, 'content-type': 'application/octet-stream' },
        duplex: 'half',
      } as RequestInit)
    for (const body of [large, Readable.toWeb(Readable.from([large, large])) as ReadableStream]) {
      const answer = await send(body)
      expect(answer.status).toBe(413)
      expect(((await answer.json()) as { params: object }).params).toEqual({ limit: 200_000 })
    }
    await nothingLeft(before)
  })

  test.each([
    ['an upload', 'image/png', ''],
    [
      'a form',
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="f"; filename="a.png"\r\ncontent-type: image/png\r\n\r\n',
    ],
  ])('%s that breaks off leaves nothing', async (_, type, start) => {
    const before = bytesOnDisk(stoa)
    const line = connect(port, '127.0.0.1')
    line.write(
      `POST /api/v1/files/objects?name=a.png HTTP/1.1\r\nhost: stoa.test\r\nauthorization: Bearer ${teacher.token}\r\n` +
        `content-type: ${type}\r\ncontent-length: 190000\r\n\r\n${start}`,
    )
    line.write(picture.subarray(0, 500))
    await expect.poll(() => bytesOnDisk(stoa).length).toBe(before.length + 1)
    line.destroy()
    await nothingLeft(before)
    expect(await rows('objects')).toBe(0)
  })

  test('a form whose end is missing leaves nothing', async () => {
    const before = bytesOnDisk(stoa)
    const line = connect(port, '127.0.0.1')
    const body = `--x\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nhello`
    line.write(
      `POST /api/v1/files/objects HTTP/1.1\r\nhost: stoa.test\r\nauthorization: Bearer ${teacher.token}\r\nconnection: close\r\n` +
        `content-type: multipart/form-data; boundary=x\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
    )
    const [answer] = (await once(line, 'data')) as [Buffer]
    expect(answer.toString()).toContain('400 Bad Request')
    expect(answer.toString()).toContain('files.upload_broken')
    line.destroy()
    await nothingLeft(before)
  })

  test.each([
    ['no boundary', 'multipart/form-data', 'hello'],
    ['an empty boundary', 'multipart/form-data; boundary=', 'hello'],
    ['nothing of a form in it', 'multipart/form-data; boundary=x', 'hello'],
  ])('a form with %s is refused, not a crash', async (_, type, payload) => {
    const answer = await stoa.server.inject({
      method: 'POST',
      url: '/api/v1/files/objects',
      headers: { authorization: `Bearer ${teacher.token}`, 'content-type': type },
      payload,
    })
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'malformed_request'])
  })

  test('the chain of acts names who uploaded, described and deleted', async () => {
    const { body } = await upload(teacher, picture, png)
    await stoa.as(teacher).patch(`/files/objects/${body.id}`, { altText: 'A field' })
    await stoa.as(teacher).delete(`/files/objects/${body.id}`)
    const acts = await stoa.sql(
      `select action, actor_id from audit.entries where entity_id = $1 order by seq`,
      [body.id],
    )
    expect(acts).toEqual(
      ['files.object_uploaded', 'files.object_described', 'files.object_deleted'].map((action) => ({
        action,
        actor_id: teacher.userId,
      })),
    )
  })
})

describe('looking after files', () => {
  test('a list goes page by page, newest first, and can be narrowed', async () => {
    const ids: string[] = []
    for (const name of ['a', 'b', 'c'])
      ids.unshift((await upload(teacher, picture, png, `&altText=${name}`)).body.id)
    await stoa.as(teacher).post('/files/objects?name=a.txt', 'hello', { 'content-type': 'text/plain' })
    await stoa.settle()
    const first = (await stoa.as(teacher).get('/files/objects?mediaType=image&limit=2')).body
    expect(first.items.map((item: { id: string }) => item.id)).toEqual(ids.slice(0, 2))
    const second = (await stoa.as(teacher).get(`/files/objects?mediaType=image&limit=2&cursor=${first.next}`))
      .body
    expect(second).toMatchObject({ items: [{ id: ids[2] }], next: null })
    expect((await stoa.as(teacher).get('/files/objects?cursor=nonsense')).status).toBe(400)
  })

  test('a list is one statement however many files it has', async () => {
    for (let i = 0; i < 3; i += 1) await upload(teacher, picture, png)
    stoa.statements()
    await stoa.as(teacher).get('/files/objects')
    expect(stoa.statements().filter((text) => text.includes('storage.objects'))).toHaveLength(1)
  })

  test('a neighbour finds nothing here, and a learner may not look', async () => {
    const { id } = (await upload(teacher, picture, png)).body
    for (const path of [`/files/objects/${id}`]) {
      expect((await stoa.as(neighbour).get(path)).status).toBe(404)
      expect((await stoa.as(neighbour).patch(path, { altText: 'mine' })).status).toBe(404)
      expect((await stoa.as(neighbour).delete(path)).status).toBe(404)
      expect((await stoa.as(learner).get(path)).status).toBe(404)
      expect((await stoa.as(learner).delete(path)).status).toBe(404)
      expect((await stoa.strangerAt(organization).get(path)).status).toBe(404)
    }
    expect((await stoa.as(learner).get('/files/objects')).status).toBe(403)
    expect((await stoa.as(neighbour).get('/files/objects')).body.items).toEqual([])
  })

  test('a description is changed only on the version that was read', async () => {
    const { id, updatedAt } = (await upload(teacher, picture, png)).body
    const tag = `"${new Date(updatedAt).getTime()}"`
    const changed = await stoa
      .as(teacher)
      .patch(`/files/objects/${id}`, { caption: 'Field' }, { 'if-match': tag })
    expect(changed.body).toMatchObject({ caption: 'Field', altText: null })
    expect(
      (await stoa.as(teacher).patch(`/files/objects/${id}`, { caption: 'X' }, { 'if-match': tag })).status,
    ).toBe(412)
  })

  test.each([{}, { altText: 1 }, { altText: 'x'.repeat(1001) }, { name: 'x' }, { caption: 'a\0b' }])(
    'the description %j is refused',
    async (body) => {
      const { id } = (await upload(teacher, picture, png)).body
      expect((await stoa.as(teacher).patch(`/files/objects/${id}`, body)).status).toBeOneOf([400, 422])
    },
  )

  test('a file goes with its variants and a line in the deletion log', async () => {
    const { id } = (await upload(teacher, picture, png)).body
    await stoa.settle()
    expect(await rows('objects')).toBe(3)
    expect((await stoa.as(teacher).delete(`/files/objects/${id}`)).status).toBe(200)
    expect(await rows('objects')).toBe(0)
    expect(await stoa.sql('select deleted_by, reason from storage.deletion_log')).toEqual(
      Array(3).fill({ deleted_by: teacher.userId, reason: 'manual' }),
    )
    expect((await stoa.as(teacher).get(`/files/objects/${id}`)).status).toBe(404)
  })

  test('a file that is used stays, and the answer says why', async () => {
    const { id } = (await upload(teacher, picture, png)).body
    await stoa.sql(
      `create table storage.users_of_files (organization_id uuid, object_id uuid,
         foreign key (organization_id, object_id) references storage.objects on delete restrict)`,
    )
    await stoa.sql(`insert into storage.users_of_files values ($1, $2)`, [organization.id, id])
    const answer = await stoa.as(teacher).delete(`/files/objects/${id}`)
    expect(answer.status).toBe(409)
    expect(answer.body.code).toBe('files.in_use')
    await stoa.sql('drop table storage.users_of_files')
    expect((await stoa.as(teacher).get(`/files/objects/${id}`)).status).toBe(200)
  })
})

describe('the door', () => {
  const file = () => ({ bucket: 'course-media' as const, name: 'static/a.png', data: picture })

  test('stores from a buffer and from a stream, and tells the facts of many at once', async () => {
    const ids = await stoa.inside(organization.id, async (ctx) => [
      (await storeFile(ctx, { ...file(), altText: 'x' })).objectId,
      (
        await storeFile(ctx, {
          ...file(),
          data: Readable.from([picture.subarray(0, 100), picture.subarray(100)]),
        })
      ).objectId,
    ])
    const facts = await stoa.inside(organization.id, (ctx) => fileFacts(ctx, [...ids, organization.id]))
    expect(facts.size).toBe(2)
    expect(facts.get(ids[0] ?? '')).toMatchObject({ name: 'a.png', width: 800, altText: 'x' })
    const elsewhere = await stoa.inside(neighbour.organizationId, (ctx) => fileFacts(ctx, ids))
    expect(elsewhere.size).toBe(0)
  })

  test('a change that is rolled back leaves no file, only bytes the sweeper knows of', async () => {
    const change = stoa.inside(organization.id, async (ctx) => {
      await storeFile(ctx, file())
      throw new Error('changed my mind')
    })
    await expect(change).rejects.toThrow('changed my mind')
    expect(await rows('objects')).toBe(0)
    expect(await rows('pending_writes')).toBe(1)
  })

  test('bytes become one file only, however many try', async () => {
    const received = await receiveFile(stoa.app, organization.id, file())
    const tries = await Promise.allSettled(
      Array.from({ length: 20 }, () => stoa.inside(organization.id, (ctx) => keepFile(ctx, received))),
    )
    expect(tries.filter((one) => one.status === 'fulfilled')).toHaveLength(1)
    expect(await rows('objects')).toBe(1)
  })

  test('first files of an organization, stored at the same time, share one bucket', async () => {
    const fresh = await givenOrganization(stoa)
    await Promise.all(Array.from({ length: 20 }, () => receiveFile(stoa.app, fresh.id, file())))
    expect(
      await stoa.sql('select purpose from storage.buckets where organization_id = $1', [fresh.id]),
    ).toEqual([{ purpose: 'course-media' }])
  })

  test('a sender that fails midway leaves nothing', async () => {
    const before = bytesOnDisk(stoa)
    const data = Readable.from(
      (async function* () {
        yield picture
        throw Object.assign(new Error('No space left on device'), { code: 'ENOSPC' })
      })(),
    )
    await expect(receiveFile(stoa.app, organization.id, { ...file(), data })).rejects.toMatchObject({
      code: 'files.disk_full',
    })
    await nothingLeft(before)
  })
})
