import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import type { QuestionType } from './kinds.ts'
import type { AnswerKey, QuestionOption } from './marking.ts'

/** A question with its key: for authors and for marking. */
export type QuestionRow = {
  id: string
  type: QuestionType
  position: string
  promptHtml: string
  points: number
  options: QuestionOption[]
  answer: AnswerKey
  hints: string[]
  explanationHtml: string | null
}

export type QuizRow = {
  id: string
  title: string | null
  introHtml: string | null
  isRequired: boolean
  passPercent: number
  maxAttempts: number | null
  timeLimitMinutes: number | null
  shuffle: boolean
  questions: QuestionRow[]
}

/** The quiz of a page with its questions in order, or null. */
export async function findQuiz(db: Db, organizationId: string, nodeId: string): Promise<QuizRow | null> {
  const { rows } = await sql<Omit<QuizRow, 'questions'>>`
    select id, title, intro_html, is_required, pass_percent, max_attempts, time_limit_minutes, shuffle
      from learning.quizzes where organization_id = ${organizationId} and node_id = ${nodeId}`.execute(db)
  const quiz = rows[0]
  return quiz ? { ...quiz, questions: await listQuestions(db, organizationId, quiz.id) } : null
}

async function listQuestions(db: Db, organizationId: string, quizId: string): Promise<QuestionRow[]> {
  const { rows } = await sql<QuestionRow>`
    select id, type, position, prompt_html, points, options, answer, hints, explanation_html
      from learning.questions where organization_id = ${organizationId} and quiz_id = ${quizId}
     order by position`.execute(db)
  return rows
}

export async function pageOfQuestion(
  db: Db,
  organizationId: string,
  questionId: string,
): Promise<string | null> {
  const { rows } = await sql<{ nodeId: string }>`
    select q.node_id from learning.questions x
      join learning.quizzes q on q.organization_id = x.organization_id and q.id = x.quiz_id
     where x.organization_id = ${organizationId} and x.id = ${questionId}`.execute(db)
  return rows[0]?.nodeId ?? null
}

export async function putQuiz(
  db: Db,
  organizationId: string,
  nodeId: string,
  quiz: Omit<QuizRow, 'id' | 'questions'>,
): Promise<void> {
  await sql`
    insert into learning.quizzes (organization_id, node_id, title, intro_html, is_required, pass_percent, max_attempts,
                                  time_limit_minutes, shuffle)
    values (${organizationId}, ${nodeId}, ${quiz.title}, ${quiz.introHtml}, ${quiz.isRequired}, ${quiz.passPercent},
            ${quiz.maxAttempts}, ${quiz.timeLimitMinutes}, ${quiz.shuffle})
    on conflict (organization_id, node_id) do update
       set title = excluded.title, intro_html = excluded.intro_html, is_required = excluded.is_required,
           pass_percent = excluded.pass_percent, max_attempts = excluded.max_attempts,
           time_limit_minutes = excluded.time_limit_minutes, shuffle = excluded.shuffle, updated_at = now()`.execute(
    db,
  )
}

/** Notes which files the quiz and its questions show. */
export async function setQuizFiles(
  db: Db,
  organizationId: string,
  quizId: string,
  objectIds: string[],
): Promise<void> {
  await sql`
    delete from learning.quiz_files
     where organization_id = ${organizationId} and quiz_id = ${quizId} and object_id <> all(${objectIds}::uuid[])`.execute(
    db,
  )
  await sql`
    insert into learning.quiz_files (organization_id, quiz_id, object_id)
    select ${organizationId}, ${quizId}, object_id from unnest(${objectIds}::uuid[]) as shown (object_id)
    on conflict do nothing`.execute(db)
}

export async function deleteQuiz(db: Db, organizationId: string, quizId: string): Promise<void> {
  await sql`delete from learning.quizzes where organization_id = ${organizationId} and id = ${quizId}`.execute(
    db,
  )
}

export async function insertQuestion(
  db: Db,
  organizationId: string,
  quizId: string,
  question: Omit<QuestionRow, 'id'>,
): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into learning.questions (organization_id, quiz_id, type, position, prompt_html, points, options, answer, hints,
                                    explanation_html)
    values (${organizationId}, ${quizId}, ${question.type}, ${question.position}, ${question.promptHtml},
            ${question.points}, ${JSON.stringify(question.options)}, ${JSON.stringify(question.answer)},
            ${question.hints}, ${question.explanationHtml})
    returning id`.execute(db)
  return rows[0]!.id
}

export async function updateQuestion(
  db: Db,
  organizationId: string,
  id: string,
  question: Omit<QuestionRow, 'id' | 'position'>,
): Promise<void> {
  await sql`
    update learning.questions
       set type = ${question.type}, prompt_html = ${question.promptHtml}, points = ${question.points},
           options = ${JSON.stringify(question.options)}, answer = ${JSON.stringify(question.answer)},
           hints = ${question.hints}, explanation_html = ${question.explanationHtml}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function placeQuestion(
  db: Db,
  organizationId: string,
  id: string,
  position: string,
): Promise<void> {
  await sql`
    update learning.questions set position = ${position}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

export async function deleteQuestion(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`delete from learning.questions where organization_id = ${organizationId} and id = ${id}`.execute(
    db,
  )
}
