import { afterEach, beforeEach, expect, test } from 'vitest'
import { givenOrganization } from '../modules/identity/testing.ts'
import { type TestStoa, testStoa } from '../testing/test-stoa.ts'
import { academyPeople, demoCourses, demoPassword } from './demo.ts'
import { seedDemo } from './seed.ts'

let stoa: TestStoa

beforeEach(async () => {
  stoa = await testStoa()
})
afterEach(() => stoa?.close())

const counts = async () => {
  const [row] = await stoa.sql<Record<string, number>>(`
    select (select count(*)::int from auth.organizations) as organizations,
           (select count(*)::int from auth.users) as people,
           (select count(*)::int from learning.courses where status = 'published') as courses,
           (select count(*)::int from learning.enrollments) as enrollments,
           (select count(*)::int from learning.completions) as completions,
           (select count(*)::int from learning.certificates) as certificates`)
  return row
}

test('an empty installation gets people, courses, progress and certificates, once', async () => {
  const seeded = await seedDemo(stoa)
  await stoa.settle()
  expect(seeded).toMatchObject({ password: demoPassword, isNew: true })
  const after = await counts()
  expect(after).toMatchObject({
    organizations: 2,
    people: academyPeople.length + 1,
    courses: demoCourses.length,
  })
  expect(after?.certificates).toBe(2)
  const percents = await stoa.sql<{ percent: number }>(
    `select percent from learning.enrollments order by percent`,
  )
  expect(percents.map((row) => row.percent)).toEqual(expect.arrayContaining([0, 100]))
  expect(percents.some(({ percent }) => percent > 0 && percent < 100)).toBe(true)

  expect(await seedDemo(stoa)).toMatchObject({ isNew: false, people: seeded?.people })
  expect(await counts()).toEqual(after)
})

test('everybody who is named can sign in', async () => {
  const seeded = await seedDemo(stoa)
  for (const { email } of seeded?.people ?? []) {
    const { status } = await stoa.stranger.post('/identity/sessions', { email, password: demoPassword })
    expect(status, email).toBe(201)
  }
})

test('what an interrupted start left undone is done by the next one', async () => {
  await seedDemo(stoa)
  await stoa.settle()
  const whole = await counts()
  await stoa.sql(`delete from learning.certificates; delete from learning.enrollments;
                  delete from learning.categories`)
  const dropped = demoCourses[1]?.title
  await stoa.sql(`update imports.course_imports set course_id = null`)
  await stoa.sql(`delete from learning.courses where title = $1`, [dropped])
  expect(await seedDemo(stoa)).toMatchObject({ isNew: true })
  await stoa.settle()
  expect(await counts()).toEqual(whole)
})

test('an installation in use is left alone', async () => {
  await givenOrganization(stoa)
  expect(await seedDemo(stoa)).toBeNull()
  expect(await counts()).toMatchObject({ organizations: 1, courses: 0 })
})
