import { type Static, type TSchema, Type } from 'typebox'

/** A value that is always sent, `null` where empty. Written so that both the serializer and OpenAPI 3.1 read it. */
export function Nullable<S extends TSchema>(schema: S) {
  const plain = schema as unknown as { type?: string; enum?: unknown[] }
  return Type.Unsafe<Static<S> | null>(
    typeof plain.type === 'string' && plain.type !== 'object' && plain.type !== 'array'
      ? { ...schema, type: [plain.type, 'null'], ...(plain.enum ? { enum: [...plain.enum, null] } : {}) }
      : { ...schema, nullable: true },
  )
}

export const Id = Type.String({ format: 'uuid', description: 'UUID' })
/** A moment; ISO 8601 in UTC on the wire, a Date inside. */
export const Timestamp = Type.Unsafe<Date>({ type: 'string', format: 'date-time' })
export const OneOf = <const V extends readonly string[]>(values: V, options: object = {}) =>
  Type.Unsafe<V[number]>({ type: 'string', enum: [...values], ...options })
export const Email = Type.String({ format: 'email', maxLength: 254, description: 'Email address' })
export const Slug = Type.String({
  pattern: '^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$',
  description: 'Lower-case letters, digits and hyphens',
})
export const Json = Type.Record(Type.String(), Type.Unknown())

/** Answer with nothing in it. */
export const Empty = Type.Null()

export const PageQuery = Type.Object({
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 25, description: 'Rows at most' }),
  cursor: Type.Optional(Type.String({ maxLength: 500, description: 'next of the page before' })),
})
export type PageQuery = Static<typeof PageQuery>

/** A page of a list: the rows and where the next page begins. */
export const PageOf = <S extends TSchema>(item: S) =>
  Type.Object({ items: Type.Array(item), next: Nullable(Type.String()) })

export type Page<T> = { items: T[]; next: string | null }
