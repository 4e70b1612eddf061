import type { Ctx } from '../../../platform/ctx.ts'
import {
  findByIds,
  findLanguage,
  findMatching,
  findMembersAmong,
  findWithPermission,
  type PersonFacts,
} from './people.queries.ts'

/** People by id, in one statement; also those who left. Ids nobody has are not in the map. */
export async function peopleByIds(ctx: Ctx, ids: Iterable<string>): Promise<Map<string, PersonFacts>> {
  const people = await findByIds(ctx.db, [...new Set(ids)])
  return new Map(people.map((person) => [person.id, person]))
}

/** Names of people by id, in one statement. */
export async function namesOfPeople(ctx: Ctx, ids: Iterable<string>): Promise<Map<string, string>> {
  return new Map([...(await peopleByIds(ctx, ids)).values()].map(({ id, name }) => [id, name]))
}

/** User ids of active members whose roles hold a permission. */
export const peopleWithPermission = (ctx: Ctx, permission: string): Promise<string[]> =>
  findWithPermission(ctx.db, ctx.organizationId, permission)

/** The language to write to a person in: theirs, else that of the organization. */
export const localeOf = (ctx: Ctx, userId: string | null): Promise<string> =>
  findLanguage(ctx.db, ctx.organizationId, userId)

/** Ids of members whose name or address holds a text, at most a thousand. */
export const peopleMatching = (ctx: Ctx, text: string): Promise<string[]> =>
  findMatching(ctx.db, ctx.organizationId, text, 1000)

/** Which of these people are active members of the organization. */
export const membersAmong = (ctx: Ctx, ids: readonly string[]): Promise<string[]> =>
  findMembersAmong(ctx.db, ctx.organizationId, ids)
