import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { givenPicture } from '../files/testing.ts'
import {
  type GivenOrganization,
  type GivenPerson,
  givenOrganization,
  givenPerson,
} from '../identity/testing.ts'
import { issueCertificate } from './certificates.ts'
import { type GivenCourse, givenCourse } from './testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
let teacher: GivenPerson
let learner: GivenPerson
let course: GivenCourse

beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa, 'Painted Porch')
  teacher = await givenPerson(stoa, organization, 'mentor')
})
afterAll(() => stoa.close())
beforeEach(async () => {
  learner = await givenPerson(stoa, organization, 'student', 'Zeno of Citium')
  course = await givenCourse(stoa, organization, teacher, { modules: 1, lessons: 1, questions: [] })
})

async function complete(person = learner) {
  const { body } = await stoa.as(person).put(`/learning/courses/${course.id}/enrollment`)
  await stoa.as(person).put(`/learning/pages/${course.pageIds[0]}/completion`)
  return body.id as string
}
const mine = async (person = learner) => (await stoa.as(person).get('/learning/certificates')).body.items
const check = (number: string) => stoa.stranger.get(`/learning/certificates/${number}`)
const revoke = (number: string, who: GivenPerson, reason: unknown = 'Somebody else answered the quiz.') =>
  stoa.as(who).put(`/learning/certificates/${number}/revocation`, { reason })

test('who completes a course gets a certificate that anybody can check until it is revoked', async () => {
  await complete()
  await stoa.settle()
  const [certificate] = await mine()
  expect(certificate).toMatchObject({
    status: 'valid',
    courseTitle: course.title,
    recipientName: 'Zeno of Citium',
  })
  expect(certificate.number).toMatch(/^ORG-\d{4}-\d{6}-[0-9A-HJKMNP-TV-Z]{6}$/)

  const found = await check(certificate.number.toLowerCase())
  expect(found.body).toMatchObject({
    status: 'valid',
    recipientName: 'Zeno of Citium',
    organizationName: 'Painted Porch',
    courseTitle: course.title,
    revokedAt: null,
    isMine: false,
    can: { revoke: false },
  })
  expect((await stoa.as(learner).get(`/learning/certificates/${certificate.number}`)).body.isMine).toBe(true)
  expect((await stoa.as(teacher).get(`/learning/certificates/${certificate.number}`)).body.can).toEqual({
    revoke: true,
  })

  expect((await revoke(certificate.number, teacher)).body).toMatchObject({
    status: 'revoked',
    can: { revoke: false },
  })
  expect((await check(certificate.number)).body).toMatchObject({
    status: 'revoked',
    revocationReason: 'Somebody else answered the quiz.',
  })
  expect((await stoa.stranger.get(`/learning/certificates/${certificate.number}/pdf`)).status).toBe(410)
  expect((await revoke(certificate.number, teacher)).body.code).toBe('learning.already_revoked')
  await stoa.settle()
  const notices = await stoa.sql<{ type: string }>(
    `select type from notifications.notifications where user_id = $1 order by id`,
    [learner.userId],
  )
  expect(notices.map((notice) => notice.type)).toEqual([
    'learning.certificate_issued',
    'learning.certificate_revoked',
  ])
  const entries = await stoa.sql<{ action: string }>(
    `select action from audit.entries where target_id = $1 order by seq`,
    [learner.userId],
  )
  expect(entries.map((entry) => entry.action)).toEqual([
    'learning.certificate_issued',
    'learning.certificate_revoked',
  ])
})

test('names stay as they were', async () => {
  await complete()
  await stoa.settle()
  await stoa.sql(`update auth.users set name = 'Renamed' where id = $1`, [learner.userId])
  await stoa.sql(`update learning.courses set title = 'Renamed' where id = $1`, [course.id])
  expect((await mine())[0]).toMatchObject({ recipientName: 'Zeno of Citium', courseTitle: course.title })
})

test('twenty tries to issue at once make one certificate, and numbers have no gaps', async () => {
  const enrollmentId = await complete()
  const numbers = await Promise.all(
    Array.from({ length: 20 }, () =>
      stoa.inside(organization.id, (ctx) => issueCertificate(ctx, enrollmentId)),
    ),
  )
  expect(numbers.filter((number) => number !== null)).toHaveLength(1)
  await stoa.settle()
  expect(await mine()).toHaveLength(1)
  const next = await givenPerson(stoa, organization)
  await complete(next)
  await stoa.settle()
  const place = (number: string) => Number(number.split('-')[2])
  expect(place((await mine(next))[0].number)).toBe(place((await mine())[0].number) + 1)
})

test('many completing at once each get a number of their own', async () => {
  const people = await Promise.all(Array.from({ length: 10 }, () => givenPerson(stoa, organization)))
  const enrollments = await Promise.all(people.map((person) => complete(person)))
  const numbers = await Promise.all(
    enrollments.map((id) => stoa.inside(organization.id, (ctx) => issueCertificate(ctx, id))),
  )
  expect(new Set(numbers).size).toBe(10)
})

test('a course may give no certificates', async () => {
  await stoa.sql(`update learning.courses set certificate_enabled = false where id = $1`, [course.id])
  await complete()
  await stoa.settle()
  expect(await mine()).toEqual([])
})

test('the document is a PDF in any script', async () => {
  await stoa.sql(`update auth.users set name = $2 where id = $1`, [
    learner.userId,
    'محمد الخوارزمي 王小明 Žižek 😀',
  ])
  await complete()
  await stoa.settle()
  const [{ number }] = await mine()
  const pdf = await stoa.stranger.get(`/learning/certificates/${number}/pdf`)
  expect(pdf.status).toBe(200)
  expect(pdf.headers['content-type']).toBe('application/pdf')
  expect(pdf.headers['content-disposition']).toContain(`${number}.pdf`)
  expect(pdf.text.slice(0, 5)).toBe('%PDF-')
  expect(pdf.text.trimEnd().endsWith('%%EOF')).toBe(true)
  // With a logo, the sheet holds a picture.
  expect(pdf.text).not.toContain('/Subtype /Image')
  const type = { 'content-type': 'image/png' }
  const owner = await givenPerson(stoa, organization, 'owner')
  expect((await stoa.as(owner).put('/files/organization/logo', await givenPicture(), type)).status).toBe(200)
  expect((await stoa.stranger.get(`/learning/certificates/${number}/pdf`)).text).toContain('/Subtype /Image')
})

test('only the organization that gave a certificate takes it back, and only who may', async () => {
  await complete()
  await stoa.settle()
  const [{ number }] = await mine()
  const elsewhere = await givenOrganization(stoa)
  expect((await revoke(number, await givenPerson(stoa, elsewhere, 'owner'))).status).toBe(404)
  expect((await revoke(number, learner)).status).toBe(403)
  expect(
    (await stoa.strangerAt(organization).put(`/learning/certificates/${number}/revocation`, { reason: 'x' }))
      .status,
  ).toBe(401)
  for (const reason of ['', '   ', null, 'x'.repeat(1001), 7])
    expect((await revoke(number, teacher, reason)).status).toBe(422)
  const revocations = await Promise.all(Array.from({ length: 10 }, () => revoke(number, teacher)))
  expect(revocations.filter((answer) => answer.status === 200)).toHaveLength(1)
})

test('numbers that do not exist are not found, whatever they look like', async () => {
  for (const number of ['ORG-2026-000001-AAAAAA', 'x', "' or 1=1", '%00', 'ORG-2026-000001', '..%2F..']) {
    expect([404, 400]).toContain((await check(encodeURIComponent(number))).status)
  }
})
