import cluster from 'node:cluster'
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

/** Starts one installation and stays until it is told to stop. */
export async function start(): Promise<void> {
  const began = performance.now()
  const config = loadConfig({
    STOA_LOG_LEVEL: process.env.STOA_ENV === 'production' ? 'info' : 'warn',
    ...process.env,
  })
  if (cluster.isWorker) return serveAsWorker(config)
  await buildWebApp()
  const installation = await openInstallation(config)
  const running: Running[] = []
  const end = onEnd(async () => {
    for (const one of running.reverse()) await one.close()
    await installation.stop()
  })
  try {
    await migrate(installation.ownerUrl, createKeys(config.secret))
    const process = await serve(config, installation)
    running.push(process)
    const seeded = config.env === 'development' ? await seedDemo(process.stoa) : null
    for (let n = 1; n < config.processes; n += 1) running.push(forkWorker(installation.ownerUrl))
    await announceStart(process.stoa, { milliseconds: performance.now() - began, seeded })
  } catch (error) {
    await end(error)
  }
  if (installation.lost) void installation.lost.then((problem) => end(problem))
}

type Running = { close(): Promise<void> }

/** Everything of one process: jobs, events and the server on its port. */
async function serve(
  config: Config,
  installation: Pick<Installation, 'ownerUrl'>,
): Promise<Running & { stoa: Stoa }> {
  const stoa = await openStoa(config, installation.ownerUrl, { live: true })
  let server: FastifyInstance | null = null
  const close = async () => {
    await server?.close()
    await stoa.close()
  }
  try {
    const callers = createPageCallers(authenticate)
    server = await createServer(stoa.app, modules, callers.authenticate)
    await mountWebApp(server, stoa.app, callers)
    await stoa.work()
    await listen(server, config)
    return { stoa, close }
  } catch (error) {
    await close()
    throw error
  }
}

async function listen(server: FastifyInstance, config: Config) {
  // Several processes each bind the port, and the kernel spreads the connections (Linux and the BSDs).
  const place = { host: config.host, port: config.port, reusePort: config.processes > 1 }
  try {
    await server.listen(place)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new StartProblem('port_taken', { port: config.port })
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartProblem('address_refused', { host: config.host, port: config.port, detail: code })
    }
    throw error
  }
}

function forkWorker(ownerUrl: string): Running {
  const worker = cluster.fork({ STOA_WORKER_DATABASE: ownerUrl })
  const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  return {
    async close() {
      worker.process.kill('SIGTERM')
      await ended
    },
  }
}

async function serveAsWorker(config: Config) {
  const ownerUrl = process.env.STOA_WORKER_DATABASE ?? ''
  const running = await serve(config, { ownerUrl })
  onEnd(() => running.close())
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
    if (error instanceof StartProblem) console.error(error.message)
    else console.error('Stoa ends because of an unexpected error:', error)
    return finish(error instanceof StartProblem ? error.exitCode : 70)
  }
}
