import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { system } from '../../platform/actor.ts'
import { createCtx } from '../../platform/ctx.ts'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization } from '../identity/testing.ts'
import { type BucketPurpose, fileUrls, storeFile, type Variant } from './index.ts'
import { bytesOnDisk, givenPicture } from './testing.ts'
import { makeVariants } from './variants.ts'

let stoa: TestStoa
let organization: GivenOrganization
let other: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
  other = await givenOrganization(stoa)
})
afterAll(() => stoa.close())

const given = async (name: string, data: Buffer | string, bucket: BucketPurpose = 'course-media') =>
  (await stoa.inside(organization.id, (ctx) => storeFile(ctx, { bucket, name, data: Buffer.from(data) })))
    .objectId
const contextAt = (now: Date) =>
  createCtx(stoa.app, { actor: system, organizationId: organization.id, requestId: 'test', now })
const urlOf = async (id: string, variant: Variant = 'original', now = new Date()) =>
  (await fileUrls(contextAt(now), [id], { variant })).get(id) ?? ''
const get = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' = 'GET') =>
  stoa.server.inject({ method, url, headers })

test('a file is sent whole, with everything a browser and a cache need to know', async () => {
  const answer = await get(await urlOf(await given('Notes.txt', '0123456789')))
  expect(answer.statusCode).toBe(200)
  expect(answer.payload).toBe('0123456789')
  expect(answer.headers).toMatchObject({
    'content-type': 'text/plain; charset=utf-8',
    'content-length': '10',
    'accept-ranges': 'bytes',
    etag: expect.stringMatching(/^"[0-9a-f-]{36}"$/),
    'cache-control': expect.stringMatching(/^private, max-age=\d+, immutable$/),
    'x-content-type-options': 'nosniff',
    'content-disposition': `inline; filename="Notes.txt"; filename*=UTF-8''Notes.txt`,
    'content-security-policy': expect.stringContaining("sandbox; default-src 'none'"),
    'cross-origin-resource-policy': 'same-site',
  })
})

test('parts of a file are sent to players that jump', async () => {
  const url = await urlOf(await given('a.txt', '0123456789'))
  const part = await get(url, { range: 'bytes=2-4' })
  expect([
    part.statusCode,
    part.payload,
    part.headers['content-range'],
    part.headers['content-length'],
  ]).toEqual([206, '234', 'bytes 2-4/10', '3'])
  expect((await get(url, { range: 'bytes=-3' })).payload).toBe('789')
  const outside = await get(url, { range: 'bytes=10-' })
  expect([outside.statusCode, outside.headers['content-range'], outside.json().code]).toEqual([
    416,
    'bytes */10',
    'files.range_not_satisfiable',
  ])
  expect((await get(url, { range: 'bytes=2-4', 'if-range': '"another version"' })).statusCode).toBe(200)
})

test('what a browser has already is not sent again, and HEAD sends nothing', async () => {
  const url = await urlOf(await given('a.txt', '0123456789'))
  const { etag } = (await get(url)).headers
  for (const match of [String(etag), `"x", W/${etag}`, '*']) {
    const answer = await get(url, { 'if-none-match': match })
    expect([answer.statusCode, answer.payload]).toEqual([304, ''])
  }
  const head = await get(url, {}, 'HEAD')
  expect([head.statusCode, head.payload, head.headers['content-length']]).toEqual([200, '', '10'])
})

test('an empty file is sent as one', async () => {
  const answer = await get(await urlOf(await given('empty.txt', '')))
  expect([answer.statusCode, answer.payload, answer.headers['content-length']]).toEqual([200, '', '0'])
})

test.each([
  ['page.html', '<script>alert(1)</script>'],
  ['drawing.svg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
  ['data.xml', '<?xml version="1.0"?><x/>'],
  ['code.js', 'alert(1)'],
])('%s cannot run as a page of ours', async (name, data) => {
  const answer = await get(await urlOf(await given(name, data)))
  expect(answer.headers['content-disposition']).toContain('attachment')
  expect(answer.headers['content-security-policy']).toContain("sandbox; default-src 'none'")
  expect(answer.headers['x-content-type-options']).toBe('nosniff')
})

test('an address that was tampered with leads nowhere', async () => {
  const id = await given('a.txt', 'secret')
  const neighbours = await given('b.txt', 'secret too')
  const url = await urlOf(id)
  const [, , , , variant, access, name] = url.split('/') as string[]
  const place = `/media/${organization.id}`
  for (const changed of [
    `${place}/${neighbours}/${variant}/${access}/${name}`,
    `${place}/${id}/web/${access}/${name}`,
    `/media/${other.id}/${id}/${variant}/${access}/${name}`,
    `${place}/${id}/${variant}/public/${name}`,
    `${place}/${id}/${variant}/z${access?.slice(1)}/${name}`,
    `${place}/${id}/${variant}/${access?.slice(0, -1)}/${name}`,
    `${place}/${id}/huge/${access}/${name}`,
    `${place}/nonsense/${variant}/${access}/${name}`,
    `${place}/${id}/${variant}/0-${'A'.repeat(22)}/${name}`,
  ]) {
    expect((await get(changed)).statusCode, changed).toBe(404)
  }
  expect((await get(`${place}/${id}/${variant}/${access}/any%20other%20name`)).payload).toBe('secret')
})

test('an address stays the same for a week and runs out after at most two', async () => {
  const id = await given('a.txt', 'x')
  const week = 7 * 24 * 3600_000
  const monday = new Date(Math.floor(Date.now() / week) * week)
  const later = (days: number) => new Date(monday.getTime() + days * 24 * 3600_000)
  expect(await urlOf(id, 'original', later(0))).toBe(await urlOf(id, 'original', later(6.99)))
  expect(await urlOf(id, 'original', later(0))).not.toBe(await urlOf(id, 'original', later(7)))
  const old = await get(await urlOf(id, 'original', later(-15)))
  expect([old.statusCode, old.json().code]).toEqual([410, 'files.link_expired'])
})

test('files of a public bucket have one lasting address', async () => {
  const url = await urlOf(await given('logo.png', await givenPicture(40, 40), 'public'))
  expect(url).toContain('/original/public/logo.png')
  const answer = await get(url)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['cache-control']).toMatch(/^public, max-age=\d+, immutable$/)
  expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin')
})

test('addresses of many files take one statement', async () => {
  const ids = await Promise.all([given('a.txt', 'a'), given('b.txt', 'b'), given('c.txt', 'c')])
  stoa.statements()
  expect((await fileUrls(contextAt(new Date()), ids)).size).toBe(3)
  expect(stoa.statements()).toHaveLength(1)
  expect((await fileUrls(contextAt(new Date()), [])).size).toBe(0)
  expect(stoa.statements()).toHaveLength(0)
})

test('a picture gets smaller variants, upright and without the place it was taken', async () => {
  const photo = await givenPicture(2400, 1200, true)
  const id = await given('photo.jpg', photo)
  const web = await urlOf(id, 'web')
  const before = await get(web)
  expect([before.headers['content-type'], before.headers['cache-control']]).toEqual([
    'image/jpeg',
    'private, max-age=5',
  ])
  await stoa.settle()
  const after = await get(web)
  expect(after.headers['content-type']).toBe('image/webp')
  expect(after.headers['cache-control']).toContain('immutable')
  const made = await sharp(after.rawPayload).metadata()
  expect([made.width, made.height, made.exif]).toEqual([800, 1600, undefined])
  const thumb = await sharp((await get(await urlOf(id, 'thumb'))).rawPayload).metadata()
  expect([thumb.width, thumb.height]).toEqual([200, 400])
})

test('variants that are made by many at once are kept once', async () => {
  const id = await given('many.png', await givenPicture(500, 500))
  const bytes = bytesOnDisk(stoa).length
  await Promise.all(Array.from({ length: 20 }, () => makeVariants(contextAt(new Date()), id)))
  await stoa.settle()
  const made = await stoa.sql(
    `select variant from storage.assets where parent_object_id = $1 order by variant`,
    [id],
  )
  expect(made).toEqual([{ variant: 'thumb' }, { variant: 'web' }])
  expect(bytesOnDisk(stoa)).toHaveLength(bytes + 2)
})

test('a broken picture is kept and sent as it is', async () => {
  const whole = await givenPicture(1000, 1000)
  const broken = Buffer.concat([whole.subarray(0, 60), randomBytes(500)])
  const id = await given('broken.png', broken)
  await stoa.settle()
  expect((await get(await urlOf(id, 'web'))).rawPayload.equals(broken)).toBe(true)
})

test('a reader who goes away midway does no harm', async () => {
  const id = await given('film.bin', randomBytes(8 * 1024 * 1024))
  await stoa.server.listen({ port: 0, host: '127.0.0.1' })
  const line = connect((stoa.server.server.address() as AddressInfo).port, '127.0.0.1')
  line.write(`GET ${await urlOf(id)} HTTP/1.1\r\nhost: stoa.test\r\n\r\n`)
  await once(line, 'data')
  line.destroy()
  expect((await get(await urlOf(id), { range: 'bytes=0-0' })).statusCode).toBe(206)
})
