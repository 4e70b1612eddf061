import type { Static } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound, SignInRequired } from '../../platform/errors.ts'
import { pageOf } from '../../platform/http/cursor.ts'
import { record } from '../audit/index.ts'
import { membersAmong, type PersonFacts, peopleByIds, peopleMatching } from '../identity/index.ts'
import { viewAttempt } from './attempt-view.ts'
import { findOwn } from './attempts.queries.ts'
import type { AttemptView } from './attempts.schemas.ts'
import { type CourseFacts, courseById } from './course-doors.ts'
import type { EnrollmentOfCourse } from './enrollments.queries.ts'
import { putIntoCourse } from './enrollments.ts'
import { NotMembers } from './errors.ts'
import {
  findLearner,
  type LearnerRow,
  listAttempts,
  listLearners,
  listProgress,
  setTags,
  whoIsIn,
} from './learners.queries.ts'
import type { Candidates, LearnersPage, LearnerView, TagsView } from './learners.schemas.ts'
import { outlineOf } from './player.ts'
import { canManageLearners, canSeeLearners } from './policy.ts'

/** A course for those who look after its learners; others do not find it. */
export async function courseForTeacher(ctx: Ctx, courseId: string): Promise<CourseFacts> {
  if (ctx.actor.kind === 'anonymous') throw SignInRequired()
  const course = await courseById(ctx, courseId)
  if (!course || canSeeLearners(ctx.actor, course) !== true) throw NotFound()
  return course
}

/** Learners of a course, who joined last first, found by name or address. */
export async function showLearners(
  ctx: Ctx,
  course: CourseFacts,
  filter: {
    q: string | null
    status: string | null
    tag: string | null
    before: string | null
    limit: number
  },
): Promise<Static<typeof LearnersPage>> {
  const { q, ...rest } = filter
  const userIds = q === null ? null : await peopleMatching(ctx, q)
  const rows = await listLearners(ctx.db, ctx.organizationId, course.id, { ...rest, userIds, now: ctx.now })
  const people = await peopleByIds(
    ctx,
    rows.map((row) => row.userId),
  )
  const { items, next } = pageOf(rows, filter.limit, (row) => row.enrollmentId)
  return {
    items: items.map((row) => showLearner(ctx, row, people)),
    next,
    can: { manage: canManageLearners(ctx.actor, course) === true },
  }
}

function showLearner(
  ctx: Ctx,
  row: LearnerRow,
  people: Map<string, PersonFacts>,
): Static<typeof LearnersPage>['items'][number] {
  const {
    enrollmentId,
    status,
    done,
    total,
    percent,
    timeSpentSeconds,
    startedAt,
    lastActivityAt,
    completedAt,
    isBanned,
  } = row
  const isExpired = row.certificateExpiresAt !== null && row.certificateExpiresAt <= ctx.now
  return {
    enrollmentId,
    status,
    done,
    total,
    percent,
    timeSpentSeconds,
    startedAt,
    lastActivityAt,
    completedAt,
    isBanned,
    person: people.get(row.userId) ?? { id: row.userId, name: '', email: null, avatarUrl: null },
    tags: row.tags as Static<typeof TagsView>['tags'],
    certificate:
      row.certificateNumber === null
        ? null
        : {
            number: row.certificateNumber,
            status: row.certificateRevokedAt ? 'revoked' : isExpired ? 'expired' : 'valid',
          },
  }
}

/** One learner: how far in each part, every attempt, time spent. */
export async function showOne(ctx: Ctx, enrollment: EnrollmentOfCourse): Promise<Static<typeof LearnerView>> {
  const course = await courseForTeacher(ctx, enrollment.courseId)
  const row = await findLearner(ctx.db, ctx.organizationId, enrollment.id, ctx.now)
  if (!row) throw NotFound()
  const outline = await outlineOf(ctx, { courseId: course.id, courseRevision: course.revision })
  const progress = new Map(
    (await listProgress(ctx.db, ctx.organizationId, enrollment.id)).map((entry) => [entry.nodeId, entry]),
  )
  const people = await peopleByIds(ctx, [row.userId])
  return {
    ...showLearner(ctx, row, people),
    course: { id: course.id, slug: course.slug, title: course.title },
    ban: row.isBanned ? { reason: row.banReason ?? '', until: row.bannedUntil } : null,
    nodes: outline.nodes.map(({ id, parentId, depth, kind, title, isPage, total }) => {
      const own = progress.get(id)
      return {
        id,
        parentId,
        depth,
        kind,
        title,
        isPage,
        total,
        done: Math.min(own?.done ?? 0, total),
        timeSpentSeconds: own?.timeSpentSeconds ?? 0,
        lastViewedAt: own?.lastViewedAt ?? null,
        completedAt: own?.completedAt ?? null,
      }
    }),
    attempts: await listAttempts(ctx.db, ctx.organizationId, enrollment.id),
    can: { manage: canManageLearners(ctx.actor, course) === true },
  }
}

/** An attempt of a learner with what they answered. @throws NotFound */
export async function showAttemptOf(
  ctx: Ctx,
  enrollment: EnrollmentOfCourse,
  attemptId: string,
): Promise<Static<typeof AttemptView>> {
  const attempt = await findOwn(ctx.db, ctx.organizationId, attemptId, enrollment.userId, {
    holdOutline: false,
  })
  if (attempt?.enrollmentId !== enrollment.id) throw NotFound()
  return viewAttempt(ctx, attempt, null)
}

const mostCandidates = 20

/** Members with a text in their name or address who are not in a course yet. */
export async function candidatesFor(
  ctx: Ctx,
  course: CourseFacts,
  q: string,
): Promise<Static<typeof Candidates>['items']> {
  const matching = await peopleMatching(ctx, q)
  const isIn = new Set(await whoIsIn(ctx.db, ctx.organizationId, course.id, matching))
  const members = await membersAmong(
    ctx,
    matching.filter((id) => !isIn.has(id)),
  )
  const people = await peopleByIds(ctx, members.slice(0, mostCandidates))
  return [...people.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/**
 * Puts members of the organization into a course.
 * @returns how many are new in it
 * @throws NotMembers when one of them is not a member
 */
export async function enrollPeople(ctx: Ctx, course: CourseFacts, userIds: string[]): Promise<number> {
  const members = await membersAmong(ctx, userIds)
  if (members.length < userIds.length) throw NotMembers()
  const added = await putIntoCourse(ctx, course.id, userIds)
  if (added > 0) {
    await record(ctx, 'learning.learners_enrolled', {
      entityType: 'course',
      entityId: course.id,
      after: { added, userIds },
    })
  }
  return added
}

/** Marks a learner for the teacher's own overview. */
export async function tagLearner(
  ctx: Ctx,
  enrollment: EnrollmentOfCourse,
  tags: Static<typeof TagsView>['tags'],
): Promise<void> {
  await setTags(ctx.db, ctx.organizationId, enrollment.id, tags)
  await record(ctx, 'learning.learner_tagged', {
    entityType: 'enrollment',
    entityId: enrollment.id,
    targetId: enrollment.userId,
    before: { tags: enrollment.tags },
    after: { tags },
  })
}
