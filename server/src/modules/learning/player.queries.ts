import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { EnrollmentStatus } from './enrollments.schemas.ts'
import type { CourseStatus, NodeKind, NodeStatus, QuestionType, Visibility } from './kinds.ts'
import type { QuestionOption } from './marking.ts'
import { outlineHold } from './progress.queries.ts'

/** What decides whether a person may read a course. */
export type AccessFacts = {
  courseId: string
  courseSlug: string
  courseTitle: string
  courseStatus: CourseStatus
  courseRevision: number
  visibility: Visibility
  pageTotal: number
  createdBy: string | null
  instructorId: string | null
  enrollmentId: string | null
  enrollmentStatus: EnrollmentStatus | null
  enrollmentDone: number
  enrollmentPercent: number
  completedAt: Date | null
  expiresAt: Date | null
  isBanned: boolean
  banReason: string | null
}

const accessColumns = sql`
  c.id as course_id, c.slug as course_slug, c.title as course_title, c.status as course_status, c.revision as course_revision,
  c.visibility, c.page_total, c.created_by, c.instructor_id, e.id as enrollment_id, e.status as enrollment_status,
  coalesce(e.done, 0) as enrollment_done, coalesce(e.percent, 0) as enrollment_percent, e.completed_at, e.expires_at,
  b.enrollment_id is not null as is_banned, b.reason as ban_reason`

const accessJoins = (userId: string | null, now: Date) => sql`
  left join learning.enrollments e on e.organization_id = c.organization_id and e.course_id = c.id and e.user_id = ${userId}
  left join learning.course_bans b on b.organization_id = c.organization_id and b.enrollment_id = e.id
   and (b.banned_until is null or b.banned_until > ${now})`

export type PlayerFacts = AccessFacts & {
  language: string
  lastViewedNodeId: string | null
  certificateEnabled: boolean
  certificateNumber: string | null
  /** Finished pages at or below each node that has any. */
  doneByNode: Record<string, number>
}

/** A course with one person's standing in it, all in one row. */
export async function findPlayer(
  db: Db,
  organizationId: string,
  courseId: string,
  userId: string | null,
  now: Date,
): Promise<PlayerFacts | null> {
  const { rows } = await sql<PlayerFacts>`
    select ${accessColumns}, c.language, c.certificate_enabled, e.last_viewed_node_id, k.number as certificate_number,
           (select coalesce(json_object_agg(p.node_id, p.done), '{}') from learning.progress p
             where p.organization_id = e.organization_id and p.enrollment_id = e.id and p.done > 0) as done_by_node
      from learning.courses c ${accessJoins(userId, now)}
      left join learning.certificates k on k.organization_id = c.organization_id and k.enrollment_id = e.id
     where c.organization_id = ${organizationId} and c.id = ${courseId} and c.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

export type AttemptSummary = {
  id: string
  number: number
  state: 'open' | 'submitted'
  score: number | null
  passed: boolean | null
  startedAt: string
  dueAt: string | null
  submittedAt: string | null
}

export type PageFacts = AccessFacts & {
  id: string
  title: string
  kind: NodeKind
  description: string | null
  estimatedMinutes: number | null
  status: NodeStatus
  releaseAt: Date | null
  childCount: number
  /** 1 when a reader may see the page. */
  visiblePages: number
  contentRevision: number
  completedAt: Date | null
  pageCompletedAt: Date | null
  timeSpentSeconds: number
  quizId: string | null
  quizIsRequired: boolean
  quizMaxAttempts: number | null
  questionCount: number
  attempts: AttemptSummary[]
  openAnswers: Record<string, string | string[] | null> | null
}

/**
 * A page with its course, one person's standing, and their attempts at its quiz, all in one row.
 * @param reader.holdOutline keeps the outline as it is until the transaction ends
 */
export async function findPage(
  db: Db,
  organizationId: string,
  nodeId: string,
  reader: { userId: string | null; now: Date; holdOutline: boolean },
): Promise<PageFacts | null> {
  const { userId, now } = reader
  const { rows } = await sql<PageFacts>`
    select ${accessColumns}, n.id, n.title, n.kind, n.description, n.estimated_minutes, n.status, n.release_at, n.child_count,
           n.page_total as visible_pages, n.content_revision, p.completed_at as page_completed_at,
           coalesce(p.time_spent_seconds, 0) as time_spent_seconds,
           q.id as quiz_id, coalesce(q.is_required, false) as quiz_is_required, q.max_attempts as quiz_max_attempts,
           case when q.id is null then 0 else (select count(*)::integer from learning.questions x
              where x.organization_id = q.organization_id and x.quiz_id = q.id) end as question_count,
           case when q.id is null or e.id is null then '[]' else (select coalesce(json_agg(json_build_object('id', a.id, 'number', a.number,
              'state', a.state, 'score', a.score, 'passed', a.passed, 'startedAt', a.started_at, 'dueAt', a.due_at,
              'submittedAt', a.submitted_at) order by a.number), '[]') from learning.attempts a
             where a.organization_id = q.organization_id and a.quiz_id = q.id and a.enrollment_id = e.id) end as attempts,
           o.answers as open_answers ${reader.holdOutline ? sql`, ${outlineHold(sql`n.organization_id`, sql`n.course_id`)}::text as held` : sql``}
      from learning.nodes n
      join learning.courses c on c.organization_id = n.organization_id and c.id = n.course_id ${accessJoins(userId, now)}
      left join learning.progress p on p.organization_id = n.organization_id and p.enrollment_id = e.id and p.node_id = n.id
      left join learning.quizzes q on q.organization_id = n.organization_id and q.node_id = n.id
      left join learning.attempts o on o.organization_id = q.organization_id and o.quiz_id = q.id and o.enrollment_id = e.id and o.state = 'open'
     where n.organization_id = ${organizationId} and n.id = ${nodeId} and c.deleted_at is null`.execute(db)
  return rows[0] ?? null
}

export type OutlineRow = {
  id: string
  parentId: string | null
  kind: NodeKind
  title: string
  status: NodeStatus
  releaseAt: Date | null
  estimatedMinutes: number | null
  childCount: number
  pageTotal: number
  hasQuiz: boolean
}

/** What a course's outline is made of, siblings in order; drafts and the bin are left out. */
export async function listOutline(db: Db, organizationId: string, courseId: string): Promise<OutlineRow[]> {
  const { rows } = await sql<OutlineRow>`
    select n.id, n.parent_id, n.kind, n.title, n.status, n.release_at, n.estimated_minutes, n.child_count, n.page_total,
           q.id is not null as has_quiz
      from learning.nodes n
      left join learning.quizzes q on q.organization_id = n.organization_id and q.node_id = n.id
     where n.organization_id = ${organizationId} and n.course_id = ${courseId} and n.status in ('published', 'scheduled')
     order by n.position`.execute(db)
  return rows
}

export type ShownQuestion = {
  id: string
  type: QuestionType
  promptHtml: string
  points: number
  options: QuestionOption[]
  hints: string[]
}

export type ContentRow = {
  blocks: Array<{ id: string; type: string; content: unknown }>
  resources: Array<{
    id: string
    title: string
    description: string | null
    type: 'file' | 'link'
    objectId: string | null
    url: string | null
    size: number | null
  }>
  quiz: {
    id: string
    title: string | null
    introHtml: string | null
    isRequired: boolean
    passPercent: number
    maxAttempts: number | null
    timeLimitMinutes: number | null
    shuffle: boolean
    questions: ShownQuestion[]
  } | null
}

/** Everything on a page that is the same for every reader, in one row. Keys of questions stay behind. */
export async function findContent(db: Db, organizationId: string, nodeId: string): Promise<ContentRow> {
  const { rows } = await sql<ContentRow>`
    select (select coalesce(json_agg(json_build_object('id', b.id, 'type', b.type, 'content', b.content) order by b.position), '[]')
              from learning.blocks b where b.organization_id = ${organizationId} and b.node_id = ${nodeId}) as blocks,
           (select coalesce(json_agg(json_build_object('id', r.id, 'title', r.title, 'description', r.description, 'type', r.type,
                     'objectId', r.object_id, 'url', r.url, 'size', r.size) order by r.position, r.id), '[]')
              from learning.resources r where r.organization_id = ${organizationId} and r.node_id = ${nodeId}
               and r.deleted_at is null) as resources,
           (select json_build_object('id', q.id, 'title', q.title, 'introHtml', q.intro_html, 'isRequired', q.is_required,
                     'passPercent', q.pass_percent, 'maxAttempts', q.max_attempts, 'timeLimitMinutes', q.time_limit_minutes,
                     'shuffle', q.shuffle, 'questions',
                     (select coalesce(json_agg(json_build_object('id', x.id, 'type', x.type, 'promptHtml', x.prompt_html,
                               'points', x.points, 'options', x.options, 'hints', x.hints) order by x.position), '[]')
                        from learning.questions x where x.organization_id = q.organization_id and x.quiz_id = q.id))
              from learning.quizzes q where q.organization_id = ${organizationId} and q.node_id = ${nodeId}) as quiz`.execute(
    db,
  )
  return rows[0]!
}
