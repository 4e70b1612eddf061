import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from '../ctx.ts'
import { answers } from '../db/database.ts'
import { NotFound } from '../errors.ts'

/** A program on this machine asks; a proxy on it, which asks for others, says so in one of these fields. */
const isOfThisMachine = ({ ip, headers }: FastifyRequest) =>
  (ip === '::1' || /^(::ffff:)?127\./.test(ip)) &&
  !['x-forwarded-for', 'x-real-ip', 'forwarded', 'via'].some((name) => headers[name] !== undefined)

/** /healthz: the process lives. /readyz: it can serve. /metrics: numbers for Prometheus. */
export function mountHealth(server: FastifyInstance, app: App): void {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'stoa_' })
  const duration = new Histogram({
    name: 'stoa_http_request_seconds',
    help: 'Time to answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  })
  new Gauge({
    name: 'stoa_database_connections',
    help: 'Connections of this process, by use',
    labelNames: ['use'],
    registers: [registry],
    collect() {
      this.set({ use: 'idle' }, app.database.pool.idleCount)
      this.set({ use: 'all' }, app.database.pool.totalCount)
      this.set({ use: 'waiting' }, app.database.pool.waitingCount)
    },
  })
  server.addHook('onResponse', async (request, reply) => {
    duration.observe(
      { method: request.method, route: request.routeOptions.url ?? 'none', status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  let closing = false
  server.addHook('preClose', async () => {
    closing = true
  })
  server.get('/healthz', async () => ({ status: 'ok' }))
  server.get('/readyz', async (_request, reply) => {
    const ready = !closing && (await answers(app.database.db))
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready' })
  })
  server.get('/metrics', async (request, reply) => {
    // For the collector on the same machine; everybody else learns nothing of what goes on inside.
    if (!isOfThisMachine(request)) throw NotFound()
    return reply.header('content-type', registry.contentType).send(await registry.metrics())
  })
}
