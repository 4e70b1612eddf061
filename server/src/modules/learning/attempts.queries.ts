import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { EnrollmentStatus } from './enrollments.schemas.ts'
import type { AnswerKey, GivenAnswer, Mark, Marks, QuestionOption, QuestionType } from './marking.ts'
import { outlineHold } from './progress.queries.ts'

export type Attempt = {
  id: string
  number: number
  state: 'open' | 'submitted'
  answers: Record<string, GivenAnswer>
  results: Mark[] | null
  score: number | null
  pointsEarned: number | null
  pointsTotal: number | null
  correctAnswers: number | null
  totalQuestions: number
  passed: boolean | null
  startedAt: Date
  dueAt: Date | null
  submittedAt: Date | null
  quizId: string
  passPercent: number
  maxAttempts: number | null
  attemptsMade: number
  shuffle: boolean
  nodeId: string
  contentRevision: number
  enrollmentId: string
  enrollmentStatus: EnrollmentStatus
  courseId: string
  userId: string
  isBanned: boolean
  banReason: string | null
}

const attemptOf = (organizationId: string, hold: boolean) => sql`
  select a.id, a.number, a.state, a.answers, a.results, a.score, a.points_earned, a.points_total, a.correct_answers, a.total_questions,
         a.passed, a.started_at, a.due_at, a.submitted_at, q.id as quiz_id, q.pass_percent, q.max_attempts, q.shuffle,
         (select count(*)::integer from learning.attempts x
           where x.organization_id = a.organization_id and x.quiz_id = a.quiz_id and x.enrollment_id = a.enrollment_id) as attempts_made,
         n.id as node_id, n.content_revision, e.id as enrollment_id, e.status as enrollment_status, e.course_id, e.user_id,
         b.enrollment_id is not null as is_banned, b.reason as ban_reason
         ${hold ? sql`, ${outlineHold(sql`n.organization_id`, sql`n.course_id`)}::text as held` : sql``}
    from learning.attempts a
    join learning.quizzes q on q.organization_id = a.organization_id and q.id = a.quiz_id
    join learning.nodes n on n.organization_id = q.organization_id and n.id = q.node_id
    join learning.enrollments e on e.organization_id = a.organization_id and e.id = a.enrollment_id
    left join learning.course_bans b on b.organization_id = e.organization_id and b.enrollment_id = e.id
     and (b.banned_until is null or b.banned_until > now())
   where a.organization_id = ${organizationId}`

/**
 * A person's own attempt.
 * @param options.holdOutline keeps the outline as it is until the transaction ends
 */
export async function findOwn(
  db: Db,
  organizationId: string,
  attemptId: string,
  userId: string,
  options: { holdOutline: boolean },
): Promise<Attempt | null> {
  const { rows } = await sql<Attempt>`
    ${attemptOf(organizationId, options.holdOutline)} and a.id = ${attemptId} and e.user_id = ${userId}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The attempt at a quiz that is still open. */
export async function findOpen(
  db: Db,
  organizationId: string,
  quizId: string,
  enrollmentId: string,
): Promise<Attempt | null> {
  const { rows } = await sql<Attempt>`
    ${attemptOf(organizationId, false)} and a.quiz_id = ${quizId} and a.enrollment_id = ${enrollmentId} and a.state = 'open'`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The page a quiz stands on. */
export async function nodeOfQuiz(db: Db, organizationId: string, quizId: string): Promise<string | null> {
  const { rows } = await sql<{ nodeId: string }>`
    select node_id from learning.quizzes where organization_id = ${organizationId} and id = ${quizId}`.execute(
    db,
  )
  return rows[0]?.nodeId ?? null
}

/**
 * Opens the next attempt, unless all are used.
 * @returns its id; null when none is left
 */
export async function insertAttempt(
  db: Db,
  organizationId: string,
  attempt: { quizId: string; enrollmentId: string; now: Date },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.attempts (organization_id, quiz_id, enrollment_id, number, total_questions, started_at, due_at)
    select q.organization_id, q.id, ${attempt.enrollmentId}, made.number + 1,
           (select count(*) from learning.questions x where x.organization_id = q.organization_id and x.quiz_id = q.id),
           ${attempt.now}, ${attempt.now}::timestamptz + make_interval(mins => q.time_limit_minutes)
      from learning.quizzes q,
           lateral (select coalesce(max(a.number), 0) as number from learning.attempts a
                     where a.organization_id = q.organization_id and a.quiz_id = q.id and a.enrollment_id = ${attempt.enrollmentId}) made
     where q.organization_id = ${organizationId} and q.id = ${attempt.quizId}
       and (q.max_attempts is null or made.number < q.max_attempts)
    returning id`.execute(db)
  return rows[0]?.id ?? null
}

/**
 * Adds answers to an open attempt; those to questions the quiz does not have are left out.
 * @returns false when the attempt is over
 */
export async function saveAnswers(
  db: Db,
  organizationId: string,
  save: { attemptId: string; answers: Record<string, GivenAnswer>; dueAfter: Date; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    update learning.attempts a
       set answers = a.answers || (
             select coalesce(jsonb_object_agg(given.key, given.value), '{}') from jsonb_each(${JSON.stringify(save.answers)}::jsonb) given
              where exists (select 1 from learning.questions x
                             where x.organization_id = a.organization_id and x.quiz_id = a.quiz_id and x.id::text = given.key)),
           updated_at = ${save.now}
     where a.organization_id = ${organizationId} and a.id = ${save.attemptId} and a.state = 'open'
       and (a.due_at is null or a.due_at > ${save.dueAfter})
    returning a.id`.execute(db)
  return rows.length === 1
}

export type KeyedQuestion = {
  id: string
  type: QuestionType
  points: number
  options: QuestionOption[]
  answer: AnswerKey
  explanationHtml: string | null
}

/** The questions of a quiz with their keys: for marking, and for showing the result. */
export async function listKeys(db: Db, organizationId: string, quizId: string): Promise<KeyedQuestion[]> {
  const { rows } = await sql<KeyedQuestion>`
    select id, type, points, options, answer, explanation_html from learning.questions
     where organization_id = ${organizationId} and quiz_id = ${quizId} order by position`.execute(db)
  return rows
}

export async function closeAttempt(
  db: Db,
  organizationId: string,
  attemptId: string,
  result: Marks & { answers: Record<string, GivenAnswer>; now: Date },
): Promise<void> {
  await sql`
    update learning.attempts
       set state = 'submitted', answers = ${JSON.stringify(result.answers)}::jsonb, results = ${JSON.stringify(result.marks)}::jsonb,
           points_earned = ${result.pointsEarned}, points_total = ${result.pointsTotal}, score = ${result.score},
           correct_answers = ${result.correctAnswers}, total_questions = ${result.marks.length}, passed = ${result.passed},
           submitted_at = ${result.now}, updated_at = ${result.now}
     where organization_id = ${organizationId} and id = ${attemptId} and state = 'open'`.execute(db)
}

/** Attempts whose time is over and that nobody handed in. */
export async function listOverdue(
  db: Db,
  dueBefore: Date,
): Promise<Array<{ organizationId: string; attemptId: string; userId: string }>> {
  const { rows } = await sql<{ organizationId: string; attemptId: string; userId: string }>`
    /* all organizations: housekeeping */
    select a.organization_id, a.id as attempt_id, e.user_id
      from learning.attempts a join learning.enrollments e on e.organization_id = a.organization_id and e.id = a.enrollment_id
     where a.state = 'open' and a.due_at < ${dueBefore} order by a.due_at limit 200`.execute(db)
  return rows
}
