import type { Static, TSchema } from 'typebox'
import { Value } from 'typebox/value'
import type { Ctx } from '../ctx.ts'

/** A kind of background work. `handle` is a doorbell: load by id, check it still exists, call the verb. */
export type JobKind<S extends TSchema = TSchema> = {
  name: string
  schema: S
  /** Tries after the first one failed, with growing pauses. */
  retries: number
  /** Seconds after which a silent worker counts as dead and the job is taken up again. */
  expireSeconds: number
  /** false: the handler opens its own transactions (long work, network calls). */
  transaction: boolean
  handle(ctx: Ctx, data: Static<S>, signal: AbortSignal): Promise<void>
}

type JobDefinition<S extends TSchema> = Pick<JobKind<S>, 'name' | 'schema' | 'handle'> &
  Partial<Pick<JobKind<S>, 'retries' | 'expireSeconds' | 'transaction'>>

export const defineJob = <S extends TSchema>(job: JobDefinition<S>): JobKind<S> => ({
  retries: 3,
  expireSeconds: 120,
  transaction: true,
  ...job,
})

/** Who caused a job travels with it, so that its audit entries name them. */
export type Envelope = {
  organizationId: string
  requestId: string
  actor: {
    kind: string
    userId: string | null
    email: string | null
    name: string | null
    /** Whose hand it was when somebody acted in the person's name. */
    impersonatedBy: string | null
  }
  data: unknown
}

/**
 * Queues a job in the caller's transaction: it exists exactly when the change does.
 * @param options.key at most one waiting job per key
 * @param options.after not before this moment
 */
export async function enqueue<S extends TSchema>(
  ctx: Ctx,
  job: JobKind<S>,
  data: Static<S>,
  options: { key?: string; after?: Date } = {},
): Promise<void> {
  if (!Value.Check(job.schema, data))
    throw new Error(`The data of the job ${job.name} does not fit its schema.`)
  const { kind, userId, email, name, impersonatedBy } = ctx.actor
  await ctx.app.jobs.send(
    ctx,
    job.name,
    {
      organizationId: ctx.organizationId,
      requestId: ctx.requestId,
      actor: { kind, userId, email, name, impersonatedBy },
      data,
    },
    options,
  )
}
