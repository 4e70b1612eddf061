import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { createServer as createProbe } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'
import { authenticate } from '../modules/identity/index.ts'
import { modules } from '../modules.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { migrate } from '../platform/db/migrate.ts'
import { createServer } from '../platform/http/server.ts'
import { createKeys } from '../platform/keys.ts'
import { StartProblem } from '../platform/start-problem.ts'
import { openStoa, type Stoa } from '../stoa.ts'
import { buildWebApp } from '../web/build.ts'
import { createPageCallers } from '../web/page-callers.ts'
import { mountWebApp } from '../web/web-app.ts'
import { type Installation, openInstallation } from './installation.ts'
import { seedDemo } from './seed.ts'
import { announceStart } from './start-banner.ts'

/** How long requests may take to end once Stoa was told to stop. */
const drainMs = 20_000

/** Starts one installation and stays until it is told to stop. */
export async function start(): Promise<void> {
  const began = performance.now()
  const config = loadConfig({
    STOA_LOG_LEVEL: process.env.STOA_ENV === 'production' ? 'info' : 'warn',
    ...process.env,
  })
  if (cluster.isWorker) return serveAsWorker(config)
  await requireFreePort(config)
  await buildWebApp()
  const installation = await openInstallation(config)
  const running: Running[] = []
  const end = onEnd(async () => {
    await Promise.all(running.map((one) => one.close()))
    await installation.stop()
  })
  try {
    await migrate(installation.ownerUrl, createKeys(config.secret))
    const own = await openProcess(config, installation)
    running.push(own)
    const seeded = config.env === 'development' ? await seedDemo(own.stoa) : null
    await own.listen()
    for (let n = 1; n < config.processes; n += 1) running.push(keepWorker(installation.ownerUrl))
    await announceStart(own.stoa, { milliseconds: performance.now() - began, seeded })
  } catch (error) {
    // A database that is gone explains what else went wrong.
    await end(await Promise.race([installation.lost ?? error, pause(500, error)]))
  }
  if (installation.lost) void installation.lost.then((problem) => end(problem))
}

type Running = { close(): Promise<void> }

/** Everything of one process: jobs, events, and the server, which answers once it listens. */
async function openProcess(
  config: Config,
  installation: Pick<Installation, 'ownerUrl'>,
): Promise<Running & { stoa: Stoa; listen(): Promise<void> }> {
  const stoa = await openStoa(config, installation.ownerUrl, { live: true })
  try {
    const callers = createPageCallers(authenticate)
    const server = await createServer(stoa.app, modules, callers.authenticate)
    await mountWebApp(server, stoa.app, callers)
    await stoa.work()
    return {
      stoa,
      listen: () => listening(config, (place) => server.listen(place)),
      async close() {
        await drain(server)
        await stoa.close()
      },
    }
  } catch (error) {
    await stoa.close()
    throw error
  }
}

/** Lets requests end; whoever takes too long, or stalls on purpose, is cut off. */
async function drain(server: FastifyInstance) {
  const late = setTimeout(() => server.server.closeAllConnections(), drainMs)
  // Browsers keep a connection open after its answer came; closing looks for those once only.
  const kept = setInterval(() => server.server.closeIdleConnections(), 50)
  await server.close()
  clearTimeout(late)
  clearInterval(kept)
}

type Place = { host: string; port: number; reusePort: boolean }

async function listening(config: Config, listen: (place: Place) => Promise<unknown>) {
  // Several processes each bind the port, and the kernel spreads the connections (Linux and the BSDs).
  const place = { host: config.host, port: config.port, reusePort: config.processes > 1 }
  try {
    await listen(place)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new StartProblem('port_taken', { port: config.port })
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartProblem('address_refused', { host: config.host, port: config.port, detail: code })
    }
    throw error
  }
}

/**
 * Says so before anything else is done when the port is taken. And by whomever: a port that is shared between
 * processes would be shared with the Stoa of another folder too.
 */
async function requireFreePort(config: Config) {
  const probe = createProbe()
  await listening(config, async ({ host, port }) => {
    probe.listen({ host, port, exclusive: true })
    await once(probe, 'listening')
  })
  probe.close()
  await once(probe, 'close')
}

/** A process beside this one; when it dies by itself another takes its place. */
function keepWorker(ownerUrl: string): Running {
  let closing = false
  let ended: Promise<unknown> = Promise.resolve()
  let worker: Worker
  const fork = () => {
    worker = cluster.fork({ STOA_WORKER_DATABASE: ownerUrl })
    ended = once(worker, 'exit').then(([code, signal]) => {
      if (closing) return
      console.error(`A process of Stoa ended by itself (${signal ?? `code ${code}`}); starting another.`)
      setTimeout(() => !closing && fork(), 1000)
    })
  }
  fork()
  return {
    async close() {
      closing = true
      worker.process.kill('SIGTERM')
      await ended
    },
  }
}

async function serveAsWorker(config: Config) {
  const own = await openProcess(config, { ownerUrl: process.env.STOA_WORKER_DATABASE ?? '' })
  const end = onEnd(() => own.close())
  await own.listen().catch(end)
}

/**
 * Drains and ends on the first signal; a second one ends at once.
 * @returns ends the process because of an error
 */
function onEnd(close: () => Promise<void>): (error?: unknown) => Promise<never> {
  let ending: Promise<void> | null = null
  const finish = async (code: number): Promise<never> => {
    ending ??= close()
    await ending.catch((error) => console.error('Stoa did not end cleanly:', error))
    process.exit(code)
  }
  let asked = 0
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      // npm may pass on a Ctrl-C that the terminal has already sent: that is one wish, not two.
      if (asked > 0 && Date.now() - asked > 1000) process.exit(130)
      asked ||= Date.now()
      void finish(0)
    })
  }
  return async (error) => {
    // What breaks because everything is being closed is no news.
    if (ending) return finish(0)
    if (error instanceof StartProblem) console.error(error.message)
    else console.error('Stoa ends because of an unexpected error:', error)
    return finish(error instanceof StartProblem ? error.exitCode : 70)
  }
}
