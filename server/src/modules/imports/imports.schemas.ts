import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import type { FileData } from '../files/index.ts'

export const outcomes = ['imported', 'converted', 'dropped'] as const
const states = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const

export const UploadQuery = Type.Object(
  {
    fileName: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 1000,
        description: 'Name of the package; a form brings its own',
      }),
    ),
    publish: Type.Boolean({ default: false, description: 'Publish the course at once' }),
  },
  { additionalProperties: false },
)
export const UploadBody = Type.Unsafe<FileData>({
  type: 'string',
  format: 'binary',
  description: 'The package as it is, or a form (multipart/form-data) with one file.',
})
export const Started = Type.Object({ importId: Id, runId: Id })

export const ImportParams = Type.Object({ importId: Id })

const Counts = { imported: Type.Integer(), converted: Type.Integer(), dropped: Type.Integer() }

const item = {
  id: Id,
  runId: Id,
  state: OneOf(states),
  stage: Nullable(Type.String({ description: 'reading, files, writing or report' })),
  percent: Type.Integer(),
  filesDone: Type.Integer({ description: 'Files of the package that are stored, of filesTotal' }),
  filesTotal: Type.Integer(),
  fileName: Type.String(),
  packageKind: Nullable(OneOf(['olx', 'common-cartridge'])),
  packageVersion: Nullable(Type.String()),
  publish: Type.Boolean({ description: 'To be published at once' }),
  title: Nullable(Type.String({ description: 'Title of the course, once it is read' })),
  courseId: Nullable(Id),
  counts: Type.Object(Counts),
  problem: Nullable(
    Type.Object(
      { code: Type.String(), message: Type.String() },
      { description: 'Why it failed; of an import that is done, why the course could not be published' },
    ),
  ),
  startedBy: Nullable(Type.Object({ id: Id, name: Type.String() })),
  cancelRequested: Type.Boolean(),
  createdAt: Timestamp,
  finishedAt: Nullable(Timestamp),
}
export const ImportItem = Type.Object(item)
export type ImportItem = Static<typeof ImportItem>
export const ImportsPage = PageOf(ImportItem)

export const ImportDetail = Type.Object({
  ...item,
  summary: Type.Array(Type.Object({ kind: Type.String(), ...Counts }), {
    description: 'The report counted by kind of item',
  }),
  course: Nullable(Type.Object({ id: Id, slug: Type.String(), title: Type.String(), status: Type.String() })),
  can: Type.Object({ cancel: Type.Boolean(), publish: Type.Boolean() }),
})
export type ImportDetail = Static<typeof ImportDetail>

const filter = {
  outcome: Type.Optional(OneOf(outcomes)),
  kind: Type.Optional(Type.String({ maxLength: 100, description: 'Kind of item, as in the summary' })),
}
export const ReportFilter = Type.Object(filter, { additionalProperties: false })
export const ReportQuery = Type.Object({ ...PageQuery.properties, ...filter })
export const ReportPage = PageOf(
  Type.Object({
    number: Type.Integer(),
    sourceKind: Type.String(),
    sourceId: Type.String(),
    title: Nullable(Type.String()),
    outcome: OneOf(outcomes),
    code: Type.String(),
    message: Type.String({ description: "What became of the item, in the reader's language" }),
    nodeId: Nullable(Id),
  }),
)
