import type { Ctx } from '../../../platform/ctx.ts'
import { findMailRecipients, type MailRecipient } from './recipients.queries.ts'

export type { MailRecipient }

/** Who of these people may be written to by mail, and in which language; the others are not in the map. */
export async function mailRecipients(ctx: Ctx, userIds: string[]): Promise<Map<string, MailRecipient>> {
  if (userIds.length === 0) return new Map()
  const people = await findMailRecipients(ctx.db, ctx.organizationId, userIds)
  return new Map(people.map((person) => [person.id, person]))
}
