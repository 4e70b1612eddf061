import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { foundOrganization } from '../server/src/modules/identity/index.ts'
import { argon2Hash } from '../server/src/modules/identity/passwords/password-threads.ts'
import { createCourseFromPackage } from '../server/src/modules/learning/course-draft.ts'
import { publishCourse } from '../server/src/modules/learning/index.ts'
import { system } from '../server/src/platform/actor.ts'
import { noOrganization, withTransaction } from '../server/src/platform/ctx.ts'
import { hashToken, randomToken } from '../server/src/platform/keys.ts'
import type { Stoa } from '../server/src/stoa.ts'

/** What the bench measures on: one organization, a course of 300 nodes, learners with sessions. */
export type BenchWorld = {
  organizationId: string
  slug: string
  courseId: string
  courseSlug: string
  pageIds: string[]
  learners: Array<{ userId: string; token: string; enrollmentId: string }>
  /** Members with an address, who share one password. */
  passwordPeople: Array<{ userId: string; email: string }>
  password: string
  /** Hash of the password with Stoa's parameters. */
  passwordHash: string
}

const modules = 10
const lessons = 5
const topics = 5

/** 10 modules, 50 lessons, 240 topics of text: 300 nodes; 60 learners. */
export async function makeWorld(stoa: Stoa, ownerUrl: string): Promise<BenchWorld> {
  const slug = `bench-${randomBytes(3).toString('hex')}`
  const seed = { actor: system, organizationId: noOrganization, requestId: 'bench' }
  const organizationId = await withTransaction(stoa.app, seed, (ctx) =>
    foundOrganization(ctx, { slug, name: 'Bench academy' }, null),
  )
  const inside = { ...seed, organizationId }
  const { courseId, slug: courseSlug } = await withTransaction(stoa.app, inside, async (ctx) => {
    const made = await createCourseFromPackage(ctx, {
      title: 'A course to measure',
      language: 'en',
      summary: 'Ten modules of text.',
      descriptionHtml: '<p>A course of three hundred parts.</p>',
      coverObjectId: null,
      authorId: null,
      nodes: range(modules).map((m) =>
        part(
          `m${m}`,
          `Module ${m}`,
          range(lessons).map((l) =>
            part(
              `m${m}l${l}`,
              `Lesson ${m}.${l}`,
              range(topics - (l === 5 ? 1 : 0)).map((t) => page(`m${m}l${l}t${t}`, `Topic ${m}.${l}.${t}`)),
            ),
          ),
        ),
      ),
    })
    await publishCourse(ctx, made.courseId)
    return made
  })
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const { rows: pages } = await client.query<{ id: string }>(
    'select id from learning.nodes where organization_id = $1 and course_id = $2 and child_count = 0 order by id',
    [organizationId, courseId],
  )
  const learners: BenchWorld['learners'] = []
  for (const n of range(60)) {
    const token = randomToken()
    const userId = randomUUID()
    await client.query(
      `insert into auth.users (id, email, name, email_confirmed_at) values ($1, $2, $3, now())`,
      [userId, `learner${n}@bench.test`, `Learner ${n}`],
    )
    await client.query(
      `with m as (insert into auth.memberships (organization_id, user_id) values ($1, $2) returning id)
       insert into auth.role_assignments (organization_id, membership_id, role_id, is_primary)
       select $1, m.id, r.id, true from m, auth.roles r where r.organization_id = $1 and r.key = 'student'`,
      [organizationId, userId],
    )
    await client.query(
      `insert into auth.sessions (user_id, organization_id, token_hash, not_after, idle_after) values ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')`,
      [userId, organizationId, hashToken(token)],
    )
    const { rows } = await client.query<{ id: string }>(
      `insert into learning.enrollments (organization_id, course_id, user_id) values ($1, $2, $3) returning id`,
      [organizationId, courseId, userId],
    )
    learners.push({ userId, token, enrollmentId: rows[0]!.id })
  }
  const password = 'four columns in the morning light'
  const passwordHash = await argon2Hash(password)
  const { rows: passwordPeople } = await client.query<{ userId: string; email: string }>(
    `with made as (
       insert into auth.users (email, name, encrypted_password, email_confirmed_at)
       select 'reader' || n || '@bench.test', 'Reader ' || n, $2, now() from generate_series(1, 400) n returning id, email
     ), member as (
       insert into auth.memberships (organization_id, user_id) select $1, id from made returning id
     ), role as (
       insert into auth.role_assignments (organization_id, membership_id, role_id, is_primary)
       select $1, member.id, r.id, true from member, auth.roles r where r.organization_id = $1 and r.key = 'student'
     )
     select id as "userId", email from made`,
    [organizationId, passwordHash],
  )
  await client.query('analyze')
  await client.end()
  return {
    organizationId,
    slug,
    courseId,
    courseSlug,
    pageIds: pages.map((row) => row.id),
    learners,
    passwordPeople,
    password,
    passwordHash,
  }
}

const range = (count: number) => Array.from({ length: count }, (_, n) => n + 1)
const text = `<p>${'A stoa is a covered walk open to the street, a place to meet and to learn. '.repeat(12)}</p><h3>Light and shade</h3><p>${'Columns keep the rain out and let the light in. '.repeat(10)}</p>`

type Node = Parameters<typeof createCourseFromPackage>[1]['nodes'][number]

function part(sourceId: string, title: string, children: Node[]): Node {
  return { sourceId, title, releaseAt: null, hidden: false, blocks: [], quiz: null, children }
}

function page(sourceId: string, title: string): Node {
  return { ...part(sourceId, title, []), blocks: [{ type: 'text', content: { html: text } }] }
}
