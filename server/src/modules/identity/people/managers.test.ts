import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../../testing/test-stoa.ts'
import { type GivenOrganization, type GivenPerson, givenOrganization, givenPerson } from '../testing.ts'

let stoa: TestStoa
let org: GivenOrganization
let admin: GivenPerson
beforeAll(async () => {
  stoa = await testStoa()
  org = await givenOrganization(stoa)
  admin = await givenPerson(stoa, org, 'admin')
})
afterAll(() => stoa.close())

const put = (person: GivenPerson, manager: GivenPerson | null, by = admin) =>
  stoa.as(by).put(`/identity/people/${person.userId}/manager`, { managerId: manager?.userId ?? null })

test('a chain of managers goes up to the top, and reports are listed page by page', async () => {
  const [top, middle, first, second] = await Promise.all(
    ['Top', 'Middle', 'First', 'Second'].map((name) => givenPerson(stoa, org, 'student', name)),
  )
  await put(middle!, top!)
  await put(first!, middle!)
  const answer = await put(second!, middle!)
  expect(answer.body.managers.map((manager: { name: string }) => manager.name)).toEqual(['Middle', 'Top'])
  const detail = (await stoa.as(admin).get(`/identity/people/${first!.userId}`)).body
  expect(detail.managers.map((manager: { id: string }) => manager.id)).toEqual([middle!.userId, top!.userId])
  const page = (await stoa.as(admin).get(`/identity/people/${middle!.userId}/reports?limit=1`)).body
  expect(page.items).toHaveLength(1)
  const rest = (
    await stoa.as(admin).get(`/identity/people/${middle!.userId}/reports?limit=1&cursor=${page.next}`)
  ).body
  expect(rest.next).toBeNull()
  const names = [...page.items, ...rest.items].map((item: { name: string }) => item.name)
  expect(names.sort()).toEqual(['First', 'Second'])
  const of = (await stoa.as(admin).get(`/identity/people/${top!.userId}/reports`)).body.items
  expect(of).toMatchObject([{ name: 'Middle', reports: 2 }])
  expect((await put(first!, null)).body.managers).toEqual([])
})

test('nobody reports to themselves, however long the way round', async () => {
  const [a, b, c] = await Promise.all([1, 2, 3].map(() => givenPerson(stoa, org)))
  await put(b!, a!)
  await put(c!, b!)
  for (const answer of [await put(a!, c!), await put(a!, b!), await put(a!, a!)])
    expect(answer.body.code).toBe('identity.manager_cycle')
})

test('changes at the same moment do not close a circle together', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => givenPerson(stoa, org)))
  // Each under the next one, and the last under the first: at least one must be refused.
  for (let round = 0; round < 4; round += 1) {
    await stoa.sql('update auth.memberships set manager_id = null where organization_id = $1', [org.id])
    const answers = await Promise.all(
      people.map((person, index) => put(person, people[(index + 1) % people.length]!)),
    )
    expect(answers.filter(({ body }) => body.code === 'identity.manager_cycle').length).toBe(1)
    expect(answers.filter(({ status }) => status === 200).length).toBe(5)
  }
})

test('only people of the organization, by those who may', async () => {
  const person = await givenPerson(stoa, org)
  const neighbour = await givenPerson(stoa, await givenOrganization(stoa), 'owner')
  expect((await put(person, neighbour)).body.code).toBe('identity.no_such_manager')
  expect((await put(person, null, neighbour)).status).toBe(404)
  expect((await put(person, null, person)).status).toBe(403)
  const owner = await givenPerson(stoa, org, 'owner')
  expect((await put(owner, null, admin)).status).toBe(403)
  expect((await stoa.as(person).get(`/identity/people/${person.userId}/reports`)).status).toBe(403)
})

test('title, department, office and phone are edited in one place', async () => {
  const person = await givenPerson(stoa, org)
  const path = `/identity/people/${person.userId}/employment`
  const changed = await stoa
    .as(admin)
    .patch(path, { jobTitle: 'Nurse', officeLocation: 'Ward 3', phone: '+49 30 1234-5' })
  expect(changed.body).toEqual({
    jobTitle: 'Nurse',
    department: null,
    officeLocation: 'Ward 3',
    phone: '+49 30 1234-5',
    mobilePhone: null,
  })
  await stoa.as(admin).patch(path, { department: 'Surgery', officeLocation: null })
  const detail = (await stoa.as(admin).get(`/identity/people/${person.userId}`)).body
  expect(detail).toMatchObject({
    jobTitle: 'Nurse',
    department: 'Surgery',
    officeLocation: null,
    hasAccepted: true,
    directory: null,
  })
  expect(
    (await stoa.as(admin).patch(`/identity/people/${admin.userId}/employment`, { jobTitle: 'Head' })).status,
  ).toBe(200)
  for (const wrong of [{ phone: 'call me' }, { jobTitle: '' }, { jobTitle: 'x'.repeat(201) }, { rank: 1 }])
    expect((await stoa.as(admin).patch(path, wrong)).status).toBe(422)
  expect((await stoa.as(person).patch(path, { jobTitle: 'Boss' })).status).toBe(403)
})
