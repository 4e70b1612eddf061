import { Type } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { type Route, route } from '../../platform/http/route.ts'
import { PlaceInput } from './blocks.schemas.ts'
import { FileUnfit, LimitReached, NoQuiz, NotAPage, NotASibling } from './errors.ts'
import { canEditNode, contentRevision } from './nodes.routes.ts'
import { NodeParams } from './nodes.schemas.ts'
import { QuestionChange, QuestionCreate, QuestionParams, QuizSettings, SavedQuiz } from './quizzes.schemas.ts'
import {
  addQuestion,
  changeQuestion,
  editableQuestion,
  moveQuestion,
  removeQuestion,
  removeQuiz,
  setQuiz,
} from './quizzes.ts'
import { editableNode } from './studio.ts'

const node = (ctx: Ctx, { params }: { params: { nodeId: string } }) =>
  editableNode(ctx, params.nodeId, 'change')
const question = (ctx: Ctx, { params }: { params: { questionId: string } }) =>
  editableQuestion(ctx, params.questionId, 'change')

export const quizRoutes: Route[] = [
  route({
    method: 'PUT',
    path: '/studio/nodes/:nodeId/quiz',
    summary: 'Give a page a quiz, or change how it is held',
    params: NodeParams,
    body: QuizSettings,
    response: SavedQuiz,
    errors: [NotAPage, FileUnfit],
    load: node,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => setQuiz(ctx, thing, body),
  }),
  route({
    method: 'DELETE',
    path: '/studio/nodes/:nodeId/quiz',
    summary: 'Take the quiz off a page, with all answers',
    params: NodeParams,
    response: Type.Object({ contentRevision: Type.Integer() }),
    load: node,
    allow: canEditNode,
    version: contentRevision,
    handle: removeQuiz,
  }),
  route({
    method: 'POST',
    path: '/studio/nodes/:nodeId/questions',
    summary: 'Add a question',
    params: NodeParams,
    body: QuestionCreate,
    response: SavedQuiz,
    status: 201,
    errors: [NoQuiz, NotASibling, FileUnfit, LimitReached],
    load: node,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => addQuestion(ctx, thing, body),
  }),
  route({
    method: 'PUT',
    path: '/studio/questions/:questionId',
    summary: 'Write a question anew',
    params: QuestionParams,
    body: QuestionChange,
    response: SavedQuiz,
    errors: [FileUnfit],
    load: question,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => changeQuestion(ctx, thing, body),
  }),
  route({
    method: 'PUT',
    path: '/studio/questions/:questionId/place',
    summary: 'Move a question',
    params: QuestionParams,
    body: PlaceInput,
    response: SavedQuiz,
    errors: [NotASibling],
    load: question,
    allow: canEditNode,
    version: contentRevision,
    handle: (ctx, thing, { body }) => moveQuestion(ctx, thing, body.after),
  }),
  route({
    method: 'DELETE',
    path: '/studio/questions/:questionId',
    summary: 'Remove a question',
    params: QuestionParams,
    response: SavedQuiz,
    load: question,
    allow: canEditNode,
    version: contentRevision,
    handle: removeQuestion,
  }),
]
