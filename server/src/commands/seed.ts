import { basename } from 'node:path'
import { foundOrganization, registerPerson } from '../modules/identity/index.ts'
import { importFrom } from '../modules/imports/index.ts'
import { changeCourse, createCategory, editableCourse, study } from '../modules/learning/index.ts'
import { type Actor, anonymous, system } from '../platform/actor.ts'
import { loadConfig } from '../platform/config.ts'
import { type App, createCtx, noOrganization, withTransaction } from '../platform/ctx.ts'
import type { Stoa } from '../stoa.ts'
import {
  academy,
  academyPeople,
  type DemoPerson,
  demoCourses,
  demoPassword,
  demoSignIns,
  demoSittings,
  neighbour,
  neighbourPeople,
} from './demo.ts'
import { NoDemoInProduction } from './errors.ts'
import { findDemo, findDemoMembers } from './seed.queries.ts'
import { withStoa } from './with-stoa.ts'

export type Seeded = { password: string; people: Array<{ role: string; email: string }>; isNew: boolean }

const requestId = 'stoa-seed'
const daysAgo = (days: number) => new Date(Date.now() - days * 24 * 3600_000)

/**
 * Fills an empty installation with the demonstration, by the verbs people use and with a believable past. What an
 * interrupted start left undone is done by the next one. An installation in use is left alone.
 * @returns how to sign in, or null where there is no demonstration
 */
export async function seedDemo(stoa: Stoa): Promise<Seeded | null> {
  const { app } = stoa
  const found = await findDemo(app.database.db, {
    slug: academy.slug,
    ownerEmail: demoSignIns[0]?.email ?? '',
  })
  if (found.isInUse && !found.organizationId) return null
  const isComplete = found.hasLearners
  if (!isComplete) {
    const organizationId = found.organizationId ?? (await foundDemo(app))
    const people = await demoPeople(app, organizationId)
    const courses = await importDemoCourses(app, organizationId, people, found.courses)
    await liveDemo(app, organizationId, people, courses)
  }
  return { password: demoPassword, people: demoSignIns, isNew: !isComplete }
}

/** Both organizations with their people, in one transaction. */
async function foundDemo(app: App): Promise<string> {
  const seed = { actor: system, organizationId: noOrganization, requestId, now: daysAgo(30) }
  return withTransaction(app, seed, async (ctx) => {
    const found = async (organization: typeof academy, people: DemoPerson[]) => {
      const organizationId = await foundOrganization(ctx, organization, null)
      for (const person of people) {
        await registerPerson({ ...ctx, organizationId }, { ...person, password: demoPassword })
      }
      return organizationId
    }
    const id = await found(academy, academyPeople)
    await found(neighbour, neighbourPeople)
    return id
  })
}

/** The people of the demonstration as they act for themselves, by address. */
async function demoPeople(app: App, organizationId: string): Promise<Map<string, Actor>> {
  const emails = academyPeople.map((person) => person.email)
  const members = await findDemoMembers(app.database.db, organizationId, emails)
  return new Map(
    members.map(({ email, permissions, ...member }) => [
      email,
      { ...anonymous, ...member, kind: 'person', email, permissions: new Set(permissions) },
    ]),
  )
}

/** The courses that are not there yet, brought in and published by the teacher. Returns their ids, in order. */
async function importDemoCourses(
  app: App,
  organizationId: string,
  people: Map<string, Actor>,
  present: Record<string, string>,
): Promise<string[]> {
  const ids: string[] = []
  for (const course of demoCourses) {
    const id = present[course.title] ?? (await importDemoCourse(app, organizationId, people, course))
    ids.push(id)
  }
  return ids
}

async function importDemoCourse(
  app: App,
  organizationId: string,
  people: Map<string, Actor>,
  course: (typeof demoCourses)[number],
): Promise<string> {
  const seed = { organizationId, requestId, now: daysAgo(12) }
  const teacher = personOf(people, 'teacher@demo.stoa.example')
  const order = { path: course.path, fileName: basename(course.path), publish: true }
  const { courseId, problem } = await importFrom(createCtx(app, { ...seed, actor: teacher }), order, {
    signal: new AbortController().signal,
  })
  if (!courseId || problem)
    throw new Error(`The course ${course.title} could not be imported: ${problem?.message}`)
  return courseId
}

/**
 * Shelves for the courses and all sittings of all learners, in one transaction: an interrupted start repeats them
 * whole.
 */
async function liveDemo(
  app: App,
  organizationId: string,
  people: Map<string, Actor>,
  courses: string[],
): Promise<void> {
  await withTransaction(app, { actor: system, organizationId, requestId }, async (ctx) => {
    const admin = { ...ctx, actor: personOf(people, 'admin@demo.stoa.example'), now: daysAgo(11) }
    for (const [index, { category, durationMinutes, isFeatured }] of demoCourses.entries()) {
      const course = await editableCourse(admin, courses[index] ?? '', 'change')
      const categoryId = await createCategory(admin, { name: category })
      await changeCourse(admin, course, { categoryId, durationMinutes, isFeatured, level: 'beginner' })
    }
    for (const { email, course, daysAgo: days, ...sitting } of demoSittings) {
      const learner = { ...ctx, actor: personOf(people, email), now: daysAgo(days) }
      await study(learner, courses[course] ?? '', sitting)
    }
  })
}

function personOf(people: Map<string, Actor>, email: string): Actor {
  const person = people.get(email)
  if (!person) throw new Error(`Nobody in the demonstration has the address ${email}.`)
  return person
}

export async function seedCommand(options: { json?: boolean }): Promise<void> {
  if (loadConfig(process.env).env === 'production') throw NoDemoInProduction()
  const seeded = await withStoa(async (stoa) => {
    const result = await seedDemo(stoa)
    await stoa.settle()
    return result
  })
  if (options.json) console.log(JSON.stringify({ ok: true, ...(seeded ?? { people: [], isNew: false }) }))
  else if (!seeded) console.log('There is an organization already, so nothing was seeded.')
  else {
    console.log(seeded.isNew ? 'The demonstration is ready.' : 'The demonstration was there already.')
    console.log(`Sign-ins, all with the password ${seeded.password}`)
    for (const { role, email } of seeded.people) console.log(`  ${role.padEnd(14)} ${email}`)
  }
}
