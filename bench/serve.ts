import { record } from '../server/src/modules/audit/index.ts'
import { authenticate } from '../server/src/modules/identity/index.ts'
import { modules } from '../server/src/modules.ts'
import { system } from '../server/src/platform/actor.ts'
import { loadConfig } from '../server/src/platform/config.ts'
import { withTransaction } from '../server/src/platform/ctx.ts'
import { createServer } from '../server/src/platform/http/server.ts'
import { openStoa } from '../server/src/stoa.ts'
import { createPageCallers } from '../server/src/web/page-callers.ts'
import { mountWebApp } from '../server/src/web/web-app.ts'

/** One Stoa process as `start` makes it, on the bench's database, with two doors for the bench itself. */
const config = loadConfig(process.env)
const stoa = await openStoa(config, process.env.BENCH_URL ?? '', { live: true })
const callers = createPageCallers(authenticate)
const server = await createServer(stoa.app, modules, callers.authenticate)
let restMegabytes = 0
const megabytes = () => Math.round(process.memoryUsage().rss / 1024 / 1024)

server.post('/bench/audit', async (request) => {
  const { organizationId } = await authenticate(stoa.app, request)
  await withTransaction(
    stoa.app,
    { actor: system, organizationId: organizationId ?? '', requestId: request.id },
    (ctx) => record(ctx, 'bench.happened', { entityType: 'bench', entityId: '1', after: { n: 1 } }),
  )
  return { ok: true }
})
server.get('/bench/memory', async () => ({ restMegabytes, nowMegabytes: megabytes() }))

await mountWebApp(server, stoa.app, callers)
await stoa.work()
await server.listen({ host: config.host, port: config.port })
setTimeout(() => {
  restMegabytes = megabytes()
  process.send?.('ready')
}, 2000)
