import { holds, signedIn } from '../../../platform/actor.ts'
import { type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { idCursor, pageOf } from '../../../platform/http/cursor.ts'
import { route } from '../../../platform/http/route.ts'
import { Empty, PageQuery } from '../../../platform/http/schemas.ts'
import { ApiTokensOff, ProofTooOld, TokenLastsTooLong, TooManyApiTokens } from '../errors.ts'
import { byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { type ApiTokenRow, findApiTokens } from './api-tokens.queries.ts'
import {
  ApiTokenParams,
  ApiTokenShown,
  ApiTokens,
  ApiTokensQuery,
  MyApiTokens,
  NewApiToken,
} from './api-tokens.schemas.ts'
import { apiTokenOf, createApiToken, endApiToken, ownApiToken } from './api-tokens.ts'

async function page(ctx: Ctx, userId: string | null, query: { cursor?: string; limit: number }) {
  const before = idCursor(query.cursor)
  const rows = await findApiTokens(ctx.db, ctx.organizationId, { userId, before, limit: query.limit + 1 })
  return pageOf(rows, query.limit, (row) => row.id)
}

const withPerson = ({ personId, personName, ...token }: ApiTokenRow) => ({
  ...token,
  person: { id: personId, name: personName },
})

export const apiTokenRoutes = [
  route({
    method: 'POST',
    path: '/me/api-tokens',
    summary: 'Make a token for a program of mine; it is shown this once',
    body: NewApiToken,
    response: ApiTokenShown,
    status: 201,
    errors: [ProofTooOld, ApiTokensOff, TokenLastsTooLong, TooManyApiTokens],
    limits: [byPerson(60, 3600)],
    // Without the memory for repeated requests: it would keep the token in clear.
    transaction: false,
    allow: oneself,
    handle: (ctx, _, { body }) => withTransaction(ctx.app, ctx, (tx) => createApiToken(tx, body)),
  }),
  route({
    method: 'GET',
    path: '/me/api-tokens',
    summary: 'My tokens that work',
    query: PageQuery,
    response: MyApiTokens,
    allow: signedIn,
    handle: (ctx, _, { query }) => page(ctx, ctx.actor.userId ?? '', query),
  }),
  route({
    method: 'DELETE',
    path: '/me/api-tokens/:tokenId',
    summary: 'Revoke a token of mine, at once',
    params: ApiTokenParams,
    response: Empty,
    load: (ctx, { params }) => ownApiToken(ctx, params.tokenId),
    allow: oneself,
    async handle(ctx, token) {
      await endApiToken(ctx, token)
      return null
    },
  }),
  route({
    method: 'GET',
    path: '/api-tokens',
    summary: 'Tokens of everybody in the organization, or of one person',
    query: ApiTokensQuery,
    response: ApiTokens,
    allow: holds('identity.security.manage'),
    async handle(ctx, _, { query }) {
      const { items, next } = await page(ctx, query.personId ?? null, query)
      return { items: items.map(withPerson), next }
    },
  }),
  route({
    method: 'DELETE',
    path: '/api-tokens/:tokenId',
    summary: 'Revoke a token of anybody in the organization, at once',
    params: ApiTokenParams,
    response: Empty,
    errors: [ProofTooOld],
    load: (ctx, { params }) => apiTokenOf(ctx, params.tokenId),
    allow: holds('identity.security.manage'),
    async handle(ctx, token) {
      requireRecentProof(ctx)
      await endApiToken(ctx, token)
      return null
    },
  }),
]
