import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { eventOfChange, type OutboxRow } from '../../platform/events/outbox.queries.ts'
import type { EnrollmentStatus } from './enrollments.schemas.ts'

export type Standing = {
  done: number
  total: number
  percent: number
  status: EnrollmentStatus
  completedAt: Date | null
}

/** One lock per course: finishing pages shares it, a changed outline has it alone. */
const outlineLock = (organizationId: RawBuilder<unknown>, courseId: RawBuilder<unknown>) =>
  sql`hashtextextended('learning.outline:' || ${organizationId} || ':' || ${courseId}, 0)`

/**
 * Keeps an outline as it is until the transaction ends; part of a select. Taken a statement before the counting,
 * so that a page finished while its course is rearranged is counted in the old outline before the recount or in
 * the new one after it.
 */
export const outlineHold = (organizationId: RawBuilder<unknown>, courseId: RawBuilder<unknown>) =>
  sql`pg_advisory_xact_lock_shared(${outlineLock(organizationId, courseId)})`

/** Has the outline alone until the transaction ends: nobody finishes a page meanwhile. Taken before the course's row. */
export async function seizeOutline(db: Db, organizationId: string, courseId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${outlineLock(sql`${organizationId}::uuid`, sql`${courseId}::uuid`)})`.execute(
    db,
  )
}

/**
 * Finishes a page, rolls it up along its ancestors to the course and writes the event, in one statement. The
 * enrolment's row is locked first, so that pages finished at the same time are counted one after the other.
 * @param at.event what is announced when the page was not finished before; the percent is filled in here
 * @returns where the learner stands now; null when there is no such enrolment
 */
export async function insertCompletion(
  db: Db,
  organizationId: string,
  at: { enrollmentId: string; nodeId: string; now: Date; event: OutboxRow },
): Promise<(Standing & { isNew: boolean; justCompleted: boolean }) | null> {
  const { rows } = await sql<Standing & { isNew: boolean; justCompleted: boolean }>`
    with recursive e as (
      select organization_id, id, course_id, done, percent, status, completed_at from learning.enrollments
       where organization_id = ${organizationId} and id = ${at.enrollmentId}
         for update
    ), fresh as (
      insert into learning.completions (organization_id, enrollment_id, node_id, completed_at)
      select e.organization_id, e.id, n.id, ${at.now}
        from e join learning.nodes n on n.organization_id = e.organization_id and n.course_id = e.course_id and n.id = ${at.nodeId}
       where n.child_count = 0 and n.page_total = 1
      on conflict do nothing
      returning organization_id, enrollment_id, node_id
    ), path as (
      select n.id, n.parent_id from fresh join learning.nodes n on n.organization_id = fresh.organization_id and n.id = fresh.node_id
      union all
      select n.id, n.parent_id from path join learning.nodes n on n.organization_id = ${organizationId} and n.id = path.parent_id
    ), rolled as (
      insert into learning.progress (organization_id, enrollment_id, node_id, done, first_viewed_at, last_viewed_at, completed_at)
      select ${organizationId}, ${at.enrollmentId}, id, 1,
             case when id = ${at.nodeId} then ${at.now}::timestamptz end,
             case when id = ${at.nodeId} then ${at.now}::timestamptz end,
             case when id = ${at.nodeId} then ${at.now}::timestamptz end
        from path
      on conflict (organization_id, enrollment_id, node_id) do update
         set done = learning.progress.done + 1, completed_at = excluded.completed_at
    ), noted as (
      insert into learning.activities (organization_id, enrollment_id, type, metadata, created_at)
      select organization_id, enrollment_id, 'completed_lesson', jsonb_build_object('nodeId', node_id), ${at.now} from fresh
    ), standing as (
      update learning.enrollments x
         set done = x.done + 1,
             percent = case when c.page_total = 0 then 0 else least(100, (x.done + 1) * 100 / c.page_total) end,
             status = case when x.status = 'active' and c.page_total > 0 and x.done + 1 >= c.page_total then 'completed' else x.status end,
             completed_at = case when x.completed_at is null and c.page_total > 0 and x.done + 1 >= c.page_total then ${at.now} else x.completed_at end,
             last_viewed_node_id = ${at.nodeId}, last_activity_at = ${at.now}, updated_at = ${at.now}
        from fresh, e, learning.courses c
       where x.organization_id = e.organization_id and x.id = e.id and c.organization_id = e.organization_id and c.id = e.course_id
      returning new.done, new.percent, new.status, new.completed_at, old.status = 'active' and new.status = 'completed' as just_completed
    ), announced as (
      ${eventOfChange(at.event, sql`jsonb_build_object('percent', standing.percent)`, sql`standing`)}
    ), counted as (
      update learning.courses c set completed_count = c.completed_count + 1
        from e, standing
       where c.organization_id = e.organization_id and c.id = e.course_id and standing.just_completed
    )
    select coalesce(s.done, e.done) as done, c.page_total as total, coalesce(s.percent, e.percent) as percent,
           coalesce(s.status, e.status) as status, coalesce(s.completed_at, e.completed_at) as completed_at,
           s.done is not null as is_new, coalesce(s.just_completed, false) as just_completed
      from e join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id left join standing s on true`.execute(
    db,
  )
  return rows[0] ?? null
}

/**
 * Takes a finished page back, all the way up. A course once completed stays completed; only its percent falls.
 * @returns where the learner stands now; null when there is no such enrolment
 */
export async function deleteCompletion(
  db: Db,
  organizationId: string,
  at: { enrollmentId: string; nodeId: string; now: Date },
): Promise<Standing | null> {
  const { rows } = await sql<Standing>`
    with recursive e as (
      select organization_id, id, course_id, done, percent, status, completed_at from learning.enrollments
       where organization_id = ${organizationId} and id = ${at.enrollmentId}
         for update
    ), gone as (
      delete from learning.completions k using e
       where k.organization_id = e.organization_id and k.enrollment_id = e.id and k.node_id = ${at.nodeId}
      returning k.organization_id, k.node_id
    ), path as (
      select n.id, n.parent_id from gone join learning.nodes n on n.organization_id = gone.organization_id and n.id = gone.node_id
       where n.child_count = 0 and n.page_total = 1
      union all
      select n.id, n.parent_id from path join learning.nodes n on n.organization_id = ${organizationId} and n.id = path.parent_id
    ), rolled as (
      update learning.progress p set done = greatest(0, p.done - 1), completed_at = null
        from path, e where p.organization_id = e.organization_id and p.enrollment_id = e.id and p.node_id = path.id
    ), standing as (
      update learning.enrollments x
         set done = greatest(0, x.done - 1),
             percent = case when c.page_total = 0 then 0 else greatest(0, x.done - 1) * 100 / c.page_total end,
             last_activity_at = ${at.now}, updated_at = ${at.now}
        from e, learning.courses c
       where x.organization_id = e.organization_id and x.id = e.id and c.organization_id = e.organization_id and c.id = e.course_id
         and exists (select 1 from path)
      returning new.done, new.percent
    )
    select coalesce(s.done, e.done) as done, c.page_total as total, coalesce(s.percent, e.percent) as percent, e.status, e.completed_at
      from e join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id left join standing s on true`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Seconds one sign of life may add at most; a screen sends one at least every minute. */
const longestView = 300

/**
 * Notes that somebody reads a page, in one statement with all its conditions: only learners who are in, only
 * pages they can see. Time cannot pass faster than the clock: what is told is cut to the time since the sign before.
 * @returns seconds spent on the page so far; null when nothing was noted
 */
export async function noteView(
  db: Db,
  organizationId: string,
  view: { userId: string; nodeId: string; seconds: number; now: Date },
): Promise<number | null> {
  const { rows } = await sql<{ timeSpentSeconds: number }>`
    with e as (
      select e.organization_id, e.id, n.id as node_id
        from learning.nodes n
        join learning.courses c on c.organization_id = n.organization_id and c.id = n.course_id and c.status in ('published', 'archived')
        join learning.enrollments e on e.organization_id = n.organization_id and e.course_id = n.course_id and e.user_id = ${view.userId}
         and e.status in ('active', 'completed') and (e.expires_at is null or e.expires_at > ${view.now})
       where n.organization_id = ${organizationId} and n.id = ${view.nodeId} and n.child_count = 0 and n.page_total = 1
         and not exists (select 1 from learning.course_bans b where b.organization_id = e.organization_id and b.enrollment_id = e.id
                          and (b.banned_until is null or b.banned_until > ${view.now}))
    ), seen as (
      insert into learning.progress (organization_id, enrollment_id, node_id, time_spent_seconds, first_viewed_at, last_viewed_at)
      select organization_id, id, node_id, ${Math.min(view.seconds, longestView)}::integer, ${view.now}, ${view.now} from e
      on conflict (organization_id, enrollment_id, node_id) do update
         set time_spent_seconds = learning.progress.time_spent_seconds + least(excluded.time_spent_seconds,
               greatest(0, coalesce(extract(epoch from excluded.last_viewed_at - learning.progress.last_viewed_at), ${longestView})::integer)),
             first_viewed_at = coalesce(learning.progress.first_viewed_at, excluded.first_viewed_at),
             last_viewed_at = greatest(learning.progress.last_viewed_at, excluded.last_viewed_at)
      returning new.time_spent_seconds, new.time_spent_seconds - coalesce(old.time_spent_seconds, 0) as added,
                old.last_viewed_at is null or old.last_viewed_at < ${view.now}::timestamptz - interval '1 hour' as is_visit
    ), noted as (
      insert into learning.activities (organization_id, enrollment_id, type, metadata, created_at)
      select e.organization_id, e.id, 'viewed_lesson', jsonb_build_object('nodeId', e.node_id), ${view.now}
        from e, seen where seen.is_visit
    )
    update learning.enrollments x
       set time_spent_seconds = x.time_spent_seconds + seen.added, last_viewed_node_id = e.node_id,
           last_activity_at = ${view.now}, updated_at = ${view.now}
      from e, seen where x.organization_id = e.organization_id and x.id = e.id
    returning seen.time_spent_seconds`.execute(db)
  return rows[0]?.timeSpentSeconds ?? null
}

/**
 * Counts every learner of a course anew after its outline changed: done per node, done and percent of the
 * course. Call it in the transaction of the change, after `nodes.page_total` and `courses.page_total` are right.
 * @returns how many learners now stand at 100 % without having completed the course; `learning.complete_learners`
 *   is the job that completes them
 */
export async function recountCourse(db: Db, organizationId: string, courseId: string): Promise<number> {
  // A statement of its own: the next one must see what was finished while this one waited.
  await seizeOutline(db, organizationId, courseId)
  const { rows } = await sql<{ waiting: number }>`
    with recursive tree as (
      select n.id as page_id, n.id as node_id, n.parent_id from learning.nodes n
       where n.organization_id = ${organizationId} and n.course_id = ${courseId} and n.child_count = 0 and n.page_total = 1
      union all
      select tree.page_id, n.id, n.parent_id from tree join learning.nodes n on n.organization_id = ${organizationId} and n.id = tree.parent_id
    ), learners as (
      select e.id from learning.enrollments e where e.organization_id = ${organizationId} and e.course_id = ${courseId} order by e.id for update
    ), counted as (
      select k.enrollment_id, tree.node_id, count(*)::integer as done, tree.node_id = tree.page_id as is_page, max(k.completed_at) as completed_at
        from learners
        join learning.completions k on k.organization_id = ${organizationId} and k.enrollment_id = learners.id
        join tree on tree.page_id = k.node_id
       group by k.enrollment_id, tree.node_id, tree.node_id = tree.page_id
    ), raised as (
      insert into learning.progress (organization_id, enrollment_id, node_id, done, completed_at)
      select ${organizationId}, enrollment_id, node_id, done, case when is_page then completed_at end from counted
      on conflict (organization_id, enrollment_id, node_id) do update set done = excluded.done, completed_at = excluded.completed_at
       where learning.progress.done <> excluded.done
    ), emptied as (
      update learning.progress p set done = 0
        from learners
       where p.organization_id = ${organizationId} and p.enrollment_id = learners.id and p.done <> 0
         and not exists (select 1 from counted where counted.enrollment_id = p.enrollment_id and counted.node_id = p.node_id)
    ), pages as (
      select learners.id, count(counted.node_id)::integer as done
        from learners left join counted on counted.enrollment_id = learners.id and counted.is_page
       group by learners.id
    ), standings as (
      update learning.enrollments e
         set done = pages.done, percent = case when c.page_total = 0 then 0 else least(100, pages.done * 100 / c.page_total) end, updated_at = now()
        from pages, learning.courses c
       where e.organization_id = ${organizationId} and e.id = pages.id and c.organization_id = ${organizationId} and c.id = ${courseId}
         and (e.done <> pages.done
              or e.percent <> case when c.page_total = 0 then 0 else least(100, pages.done * 100 / c.page_total) end)
      returning e.status, e.percent
    )
    select count(*)::integer as waiting from standings where status = 'active' and percent = 100`.execute(db)
  return rows[0]?.waiting ?? 0
}

/**
 * Completes a batch of learners who stand at 100 % because the outline shrank.
 * @returns who completed; an empty list when nobody is left
 */
export async function completeStanding(
  db: Db,
  organizationId: string,
  courseId: string,
  now: Date,
): Promise<Array<{ enrollmentId: string; userId: string }>> {
  const { rows } = await sql<{ enrollmentId: string; userId: string }>`
    with due as (
      select e.organization_id, e.id from learning.enrollments e
        join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
       where e.organization_id = ${organizationId} and e.course_id = ${courseId}
         and e.status = 'active' and e.percent = 100 and c.page_total > 0
       order by e.id limit 100 for update of e
    ), completed as (
      update learning.enrollments e
         set status = 'completed', completed_at = coalesce(e.completed_at, ${now}), updated_at = ${now}
        from due where e.organization_id = due.organization_id and e.id = due.id
      returning e.id as enrollment_id, e.user_id
    ), counted as (
      update learning.courses set completed_count = completed_count + (select count(*) from completed)
       where organization_id = ${organizationId} and id = ${courseId} and exists (select 1 from completed)
    )
    select enrollment_id, user_id from completed`.execute(db)
  return rows
}
