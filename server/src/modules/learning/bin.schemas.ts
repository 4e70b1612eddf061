import { type Static, Type } from 'typebox'
import { Id, OneOf, PageOf, PageQuery, Timestamp } from '../../platform/http/schemas.ts'
import { binKinds } from './bin.queries.ts'

export const BinQuery = PageQuery
export const BinItemParams = Type.Object({ itemId: Id })

export const BinItem = Type.Object({
  id: Id,
  kind: OneOf(binKinds),
  title: Type.String(),
  course: Type.Object({ id: Id, title: Type.String() }, { description: 'The course it was in, or is' }),
  removedAt: Timestamp,
  goneAt: Type.Unsafe<Date>({ ...Timestamp, description: 'When housekeeping deletes it for good' }),
})
export type BinItem = Static<typeof BinItem>

export const BinPage = PageOf(BinItem)
export const EmptiedBin = Type.Object({ removed: Type.Integer() })
