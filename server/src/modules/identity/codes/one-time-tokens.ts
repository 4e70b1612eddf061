import type { Ctx } from '../../../platform/ctx.ts'
import { hashToken, randomToken } from '../../../platform/keys.ts'
import {
  countIssuedLately,
  insertToken,
  type PendingPerson,
  type TokenType,
} from './one-time-tokens.queries.ts'

const hour = 3600_000

/** How long each kind of link works. */
const lifetime: Record<TokenType, number> = {
  confirmation_token: 24 * hour,
  recovery_token: hour,
  setup_token: 24 * hour,
  address_undo_token: 7 * 24 * hour,
}

/**
 * Makes a link's secret; only its hash is stored.
 * @param about.relatesTo the address the link goes to
 */
export async function issueToken(
  ctx: Ctx,
  type: TokenType,
  about: {
    userId: string | null
    organizationId: string | null
    relatesTo: string
    pending?: PendingPerson
    hours?: number
  },
): Promise<string> {
  const token = randomToken()
  await insertToken(ctx.db, {
    type,
    userId: about.userId,
    organizationId: about.organizationId,
    relatesTo: about.relatesTo,
    pending: about.pending ?? null,
    tokenHash: hashToken(token),
    expiresAt: new Date(ctx.now.getTime() + (about.hours ? about.hours * hour : lifetime[type])),
  })
  return token
}

const linksAnHour = 5

/** Whether an address had as many links as we send it in an hour: nobody's mailbox is flooded through us. */
export const hadEnoughLinks = async (ctx: Ctx, email: string): Promise<boolean> =>
  (await countIssuedLately(ctx.db, email)) >= linksAnHour
