import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../identity/testing.ts'
import { givenCourse } from './testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('a learner takes their learning along; when they go, their certificate stays valid without a name', async () => {
  const organization = await givenOrganization(stoa)
  const teacher = await givenPerson(stoa, organization, 'mentor')
  const learner = await givenPerson(stoa, organization, 'student', 'Zeno of Citium')
  const other = await givenPerson(stoa, organization, 'student', 'Chrysippus of Soli')
  const course = await givenCourse(stoa, organization, teacher, { modules: 1, lessons: 1, questions: [] })
  for (const person of [learner, other]) {
    await stoa.as(person).put(`/learning/courses/${course.id}/enrollment`)
    await stoa.as(person).put(`/learning/pages/${course.pageIds[0]}/completion`)
  }
  await stoa.settle()
  const [certificate] = (await stoa.as(learner).get('/learning/certificates')).body.items

  const taken = await stoa.as(learner).get('/identity/me/export')
  const { learning } = taken.body.organizations[0].data
  expect(learning).toMatchObject({
    courses: [{ title: course.title, percent: 100 }],
    pages: [{ course: course.title }],
    certificates: [{ number: certificate.number, recipientName: 'Zeno of Citium' }],
  })
  expect(taken.text).not.toContain('Chrysippus')

  const gone = await stoa.server.inject({
    method: 'DELETE',
    url: '/api/v1/identity/me',
    headers: { authorization: `Bearer ${learner.token}` },
    payload: { confirmation: learner.email },
  })
  expect(gone.statusCode).toBe(200)
  await stoa.settle()
  expect((await stoa.stranger.get(`/learning/certificates/${certificate.number}`)).body).toMatchObject({
    status: 'valid',
    recipientName: 'Deleted person',
  })
  const learners = (await stoa.as(teacher).get(`/learning/studio/courses/${course.id}/learners`)).text
  expect(learners).not.toContain('Zeno')
  expect(learners).toContain('Chrysippus')
})
