import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findDemoMembers } from '../server/src/commands/seed.queries.ts'
import { foundOrganization, registerPerson } from '../server/src/modules/identity/index.ts'
import { importFrom } from '../server/src/modules/imports/index.ts'
import { courseById, study } from '../server/src/modules/learning/index.ts'
import { type Actor, anonymous, system } from '../server/src/platform/actor.ts'
import { type Ctx, createCtx, noOrganization, withTransaction } from '../server/src/platform/ctx.ts'
import type { World } from './world.ts'

/** An organization as a story needs it. */
export type School = { id: string; slug: string; name: string }

/** Somebody of a school who can sign in. */
export type Person = { userId: string; email: string; name: string; organizationId: string }

export type Role = 'owner' | 'admin' | 'mentor' | 'student'

/** One password for everybody in the stories. */
export const password = 'twelve grey herons'

const samples = join(import.meta.dirname, '../samples')

/** An organization with nobody in it; the first of a world is the one visitors see. */
export async function givenSchool(world: World, name = 'Lakeside Academy'): Promise<School> {
  const slug = name.toLowerCase().replaceAll(' ', '-')
  const id = await inside(world, noOrganization, (ctx) => foundOrganization(ctx, { slug, name }, null))
  return { id, slug, name }
}

/** A member whose address counts as confirmed. */
export async function givenPerson(world: World, school: School, role: Role, name: string): Promise<Person> {
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@${school.slug}.example`
  const userId = await inside(world, school.id, (ctx) => registerPerson(ctx, { email, name, password, role }))
  return { userId, email, name, organizationId: school.id }
}

/** A published course of the project's own samples, brought in by its teacher. */
export async function givenCourse(
  world: World,
  teacher: Person,
  sample: 'accessible-writing' | 'getting-started' = 'accessible-writing',
): Promise<{ id: string; slug: string; title: string }> {
  const ctx = createCtx(world.stoa.app, {
    actor: await actorOf(world, teacher),
    organizationId: teacher.organizationId,
    requestId: 'story',
  })
  const order = { path: join(samples, sample), fileName: sample, publish: true }
  const { courseId, problem } = await importFrom(ctx, order, { signal: new AbortController().signal })
  const course = courseId ? await courseById(ctx, courseId) : null
  if (!course) throw new Error(`The course ${sample} could not be imported: ${problem?.message}`)
  return { id: course.id, slug: course.slug, title: course.title }
}

/** The learner joins the course and finishes its first pages; 100 is more than there are. */
export async function givenProgress(
  world: World,
  learner: Person,
  courseId: string,
  pages = 100,
): Promise<void> {
  await withTransaction(
    world.stoa.app,
    { actor: await actorOf(world, learner), organizationId: learner.organizationId, requestId: 'story' },
    (ctx) => study(ctx, courseId, { pages, secondsAPage: 60 }),
  )
}

/** Works in one organization as the system. */
export function inside<T>(world: World, organizationId: string, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return withTransaction(world.stoa.app, { actor: system, organizationId, requestId: 'story' }, work)
}

/** Through the door everybody uses. */
export async function signIn(page: Page, person: Pick<Person, 'email'>): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Email').fill(person.email)
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
}

/** The files of a sample, by their path inside it. */
export function sampleFiles(sample: 'accessible-writing' | 'getting-started'): Record<string, Buffer> {
  const folder = join(samples, sample)
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(names.map((name) => [name.slice(folder.length + 1), readFileSync(name)]))
}

/** The person as they act for themselves. */
async function actorOf(world: World, { organizationId, email }: Person): Promise<Actor> {
  const [member] = await findDemoMembers(world.stoa.app.database.db, organizationId, [email])
  if (!member) throw new Error(`${email} is no member.`)
  const { permissions, ...facts } = member
  return { ...anonymous, ...facts, kind: 'person', email, permissions: new Set(permissions) }
}
