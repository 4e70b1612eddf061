import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TObject, TSchema } from 'typebox'
import type { AuthSettings } from '../../../platform/auth-settings.ts'
import type { Ctx } from '../../../platform/ctx.ts'

type Shape<S> = S extends TSchema ? Static<S> : Record<string, never>

export type WireInput<P, Q, B> = {
  params: Shape<P>
  query: Shape<Q>
  /** Fields that came as null are left out, as if they had not come. */
  body: Shape<B>
  request: FastifyRequest
  reply: FastifyReply
  /** When the request came in. */
  arrivedAt: Date
}

/** Counted for one network address; a name stands for that limit of the operator's settings. */
export type WireLimit =
  | keyof AuthSettings['rateLimits']
  | { max: number; windowSeconds: number; by?: (input: WireInput<TObject, TObject, TSchema>) => string }

/** An endpoint of /auth/v1 as data. */
export type WireRouteDefinition<
  P extends TObject | undefined,
  Q extends TObject | undefined,
  B extends TSchema | undefined,
> = {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Below /auth/v1, with `:name` parameters. */
  path: string
  /**
   * anyone: the actor is a stranger, whatever token they show. user: the person of the access token. service:
   * a program of the operator; the actor is the system.
   */
  allow: 'anyone' | 'user' | 'service'
  /** Works while the person still owes a second factor, or the sign-on their organization insists on. */
  whileOnHold?: boolean
  params?: P
  query?: Q
  /** Without it the body is not looked at. Fields it does not name are let pass, as Supabase's server does. */
  body?: B
  status?: number
  limits?: WireLimit[]
  /** Writes run in one transaction; false when the handler opens its own. */
  transaction?: boolean
  /** Answers a failure in another way than by JSON, such as a redirect; null for the usual one. */
  onFailure?: (error: unknown, request: FastifyRequest, ctx: Pick<Ctx, 'app'>) => Redirect | null
  /** The answer is sent as JSON; a Redirect leads on; undefined is 204, or an answer already sent. */
  handle: (ctx: Ctx, input: WireInput<P, Q, B>) => Promise<unknown>
}

export type WireRoute = WireRouteDefinition<TObject | undefined, TObject | undefined, TSchema | undefined>

/** Declares an endpoint; the schemas check and type what it takes. */
export function wireRoute<
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(definition: WireRouteDefinition<P, Q, B>): WireRoute {
  return definition as unknown as WireRoute
}

/** Where to go on; sent after the transaction of the handler has committed. */
export class Redirect {
  readonly url: string
  readonly status: number
  constructor(url: string, status = 303) {
    this.url = url
    this.status = status
  }
}
