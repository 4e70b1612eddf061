import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Static, TObject, TSchema } from 'typebox'
import type { Actor, Verdict } from '../actor.ts'
import type { Ctx } from '../ctx.ts'
import type { ErrorKind } from '../errors.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

type Shape<S> = S extends TSchema ? Static<S> : Record<string, never>

export type Input<P, Q, B> = {
  params: Shape<P>
  query: Shape<Q>
  body: Shape<B>
  request: FastifyRequest
  reply: FastifyReply
}

export type Limit = {
  /** What is counted: the address, the person (or address of a stranger), or an input field such as the email. */
  by: 'ip' | 'actor' | ((input: Input<TSchema, TSchema, TSchema>) => string)
  max: number
  windowSeconds: number
}

/** A route as data: one glance tells path, shapes, who may call it and what it does. */
export type RouteDefinition<
  P extends TObject | undefined,
  Q extends TObject | undefined,
  B extends TSchema | undefined,
  R extends TSchema | undefined,
  T,
> = {
  method: Method
  /** Below /api/v1/<module>, with `:name` parameters. */
  path: string
  summary: string
  params?: P
  query?: Q
  body?: B
  /** Shape of the answer; without it the handler answers through `reply` (files, streams). */
  response?: R
  status?: number
  errors?: ErrorKind[]
  /** Finds the thing the route is about, through what the caller may see; throws NotFound otherwise. */
  load?: (ctx: Ctx, input: Input<P, Q, B>) => Promise<T>
  /** Who may call it. A public route says `anyone`. */
  allow: (actor: Actor, thing: T) => Verdict
  /** Version of the loaded thing: sent as ETag, and checked against If-Match on a write. */
  version?: (thing: T) => string | number
  limits?: Limit[]
  /** Writes run in one transaction; false opts out (streams, network calls). */
  transaction?: boolean
  /** `none`: works without an organization (sign-in, certificate check). */
  organization?: 'required' | 'none'
  /** Largest body in bytes when it differs from the usual 1 MiB. */
  bodyLimit?: number
  /** Works while the caller still owes a second factor, or the sign-on their organization insists on. */
  whileOnHold?: boolean
  /** The body is a stream the handler reads by itself (`request.body`, or `request.file()` of a form). */
  rawBody?: boolean
  handle: (ctx: Ctx, thing: T, input: Input<P, Q, B>) => Promise<R extends TSchema ? Static<R> : unknown>
}

export type Route = RouteDefinition<
  TObject | undefined,
  TObject | undefined,
  TSchema | undefined,
  TSchema | undefined,
  unknown
>

/** Declares a route; the schemas validate, type the handler and document. */
export function route<
  P extends TObject | undefined = undefined,
  Q extends TObject | undefined = undefined,
  B extends TSchema | undefined = undefined,
  R extends TSchema | undefined = undefined,
  T = undefined,
>(definition: RouteDefinition<P, Q, B, R, T>): Route {
  return definition as unknown as Route
}
