import { Type } from 'typebox'
import { route } from '../../../platform/http/route.ts'
import { Empty, Id } from '../../../platform/http/schemas.ts'
import { byPerson } from '../limits.ts'
import { oneself } from '../policy.ts'
import { answer, authorizationOf, type Authorization as Found } from './authorizations.ts'
import { findAllowedApps } from './consents.queries.ts'
import { revokeApp } from './consents.ts'
import { AllowedApps, Authorization, AuthorizationParams, Decision, DecisionBody } from './schemas.ts'

/** Host of a web page, scheme of an app on the device. */
const sendsTo = (redirectUri: string): string => {
  const { protocol, host } = new URL(redirectUri)
  return protocol === 'https:' || protocol === 'http:' ? host : protocol
}

/** What apps ask a person, and what they allowed. */
export const authorizationRoutes = [
  route({
    method: 'GET',
    path: '/authorizations/:authorizationId',
    summary: 'What an app asks me for',
    params: AuthorizationParams,
    response: Authorization,
    organization: 'none',
    load: (ctx, { params }) => authorizationOf(ctx, params.authorizationId),
    allow: (actor) => oneself(actor),
    async handle(ctx, { asked, client, scopes }: Found) {
      return {
        id: asked.authorizationId,
        app: {
          clientId: client.id,
          name: client.clientName,
          uri: client.clientUri,
          logoUri: client.logoUri,
          policyUri: client.policyUri,
          tosUri: client.tosUri,
          isUnknown: client.registrationType === 'dynamic',
          sendsTo: sendsTo(asked.redirectUri),
        },
        scopes: scopes.map((one) => ({ ...one, wordsKey: `oauth.scope.${one.scope}` })),
        person: { id: ctx.actor.userId!, name: ctx.actor.name ?? '', email: ctx.actor.email },
        organization: {
          id: client.organizationId,
          slug: client.organizationSlug,
          name: client.organizationName,
        },
        expiresAt: asked.expiresAt,
      }
    },
  }),
  route({
    method: 'POST',
    path: '/authorizations/:authorizationId/decision',
    summary: 'Let an app in, or not',
    params: AuthorizationParams,
    body: DecisionBody,
    response: Decision,
    organization: 'none',
    limits: [byPerson(60, 600)],
    load: (ctx, { params }) => authorizationOf(ctx, params.authorizationId),
    allow: (actor) => oneself(actor),
    handle: async (ctx, found: Found, { body }) => ({ url: await answer(ctx, found, body.allow) }),
  }),
  route({
    method: 'GET',
    path: '/me/apps',
    summary: 'Apps I let in',
    response: AllowedApps,
    organization: 'none',
    allow: oneself,
    handle: async (ctx) => ({ items: await findAllowedApps(ctx.db, ctx.actor.userId!) }),
  }),
  route({
    method: 'DELETE',
    path: '/me/apps/:clientId',
    summary: 'Take back what I allowed an app',
    params: Type.Object({ clientId: Id }),
    response: Empty,
    organization: 'none',
    allow: oneself,
    async handle(ctx, _, { params }) {
      await revokeApp(ctx, params.clientId)
      return null
    },
  }),
]
