import { Type } from 'typebox'
import { system } from '../actor.ts'
import { type App, withTransaction } from '../ctx.ts'
import { defineJob, enqueue } from '../jobs/jobs.ts'
import type { Announced, Subscriber } from './events.ts'
import {
  markDispatched,
  nextInLine,
  organizationsWaiting,
  takeTurn,
  type WaitingEvent,
} from './outbox.queries.ts'

/** A delivery that failed is tried again on its own, so one subscriber's trouble never holds up the line. */
const redeliver = (subscribers: Map<string, Subscriber>) =>
  defineJob({
    name: 'platform.redeliver',
    schema: Type.Object({ subscriber: Type.String(), event: Type.Unknown() }),
    retries: 8,
    async handle(ctx, data) {
      const subscriber = subscribers.get(data.subscriber)
      if (!subscriber) return
      const event = data.event as Announced & { occurredAt: string | Date }
      await subscriber.handle(ctx, { ...event, occurredAt: new Date(event.occurredAt) })
    },
  })

export type Dispatcher = {
  /** Dispatches all that waits now; resolves when the line is empty. */
  drain(): Promise<number>
  start(): void
  stop(): Promise<void>
  redeliver: ReturnType<typeof redeliver>
}

/** Carries events from the outbox to their subscribers, per organization in the order of their numbers. */
export function createDispatcher(app: App, subscribers: Subscriber[]): Dispatcher {
  const byEvent = Map.groupBy(subscribers, (subscriber) => subscriber.event)
  const job = redeliver(new Map(subscribers.map((subscriber) => [subscriber.name, subscriber])))
  let running: Promise<unknown> | null = null
  let again = false
  let stopped = false
  let timer: NodeJS.Timeout | null = null
  let soon: NodeJS.Timeout | null = null

  async function deliver(organizationId: string, waiting: WaitingEvent) {
    const event: Announced = {
      id: waiting.id,
      name: waiting.name,
      seq: waiting.seq,
      payload: waiting.payload,
      occurredAt: waiting.occurredAt,
      requestId: waiting.requestId,
      actorUserId: waiting.actor.userId,
    }
    const seed = { actor: system, organizationId, requestId: waiting.requestId }
    for (const subscriber of byEvent.get(waiting.name) ?? []) {
      try {
        await withTransaction(app, seed, (ctx) => subscriber.handle(ctx, event))
      } catch (error) {
        app.log.error(
          { err: error, subscriber: subscriber.name, event: event.name },
          'a delivery failed; it will be tried again',
        )
        await withTransaction(app, seed, (ctx) => enqueue(ctx, job, { subscriber: subscriber.name, event }))
      }
    }
  }

  async function drainOrganization(organizationId: string): Promise<number> {
    // The outer transaction only holds the turn; each delivery is a transaction of its own.
    return app.database.db.transaction().execute(async (turn) => {
      if (!(await takeTurn(turn, organizationId))) return 0
      const events = await nextInLine(app.database.db, organizationId, 100)
      const delivered: string[] = []
      try {
        for (const event of events) {
          if (stopped) break
          await deliver(organizationId, event)
          delivered.push(event.id)
        }
      } finally {
        // Together: after a crash these come once more, which every subscriber must bear anyway.
        if (delivered.length > 0) await markDispatched(app.database.db, organizationId, delivered)
      }
      return delivered.length
    })
  }

  async function drain(): Promise<number> {
    let total = 0
    for (;;) {
      let found = 0
      for (const organizationId of await organizationsWaiting(app.database.db)) {
        if (stopped) return total
        found += await drainOrganization(organizationId)
      }
      total += found
      if (found === 0) return total
    }
  }

  /** Many changes at once become one look: each look costs some statements, however little it finds. */
  function lookSoon() {
    soon ??= setTimeout(() => {
      soon = null
      look()
    }, 20)
  }

  function look() {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    running = drain()
      .catch((error) => app.log.error({ err: error }, 'the outbox could not be read'))
      .finally(() => {
        running = null
        if (again) {
          again = false
          lookSoon()
        }
      })
  }

  return {
    redeliver: job,
    drain,
    start() {
      app.wake.onWake(lookSoon)
      timer = setInterval(look, 1000)
      timer.unref()
      look()
    },
    async stop() {
      stopped = true
      if (timer) clearInterval(timer)
      if (soon) clearTimeout(soon)
      await running
    },
  }
}
