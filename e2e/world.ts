import { existsSync } from 'node:fs'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { authenticate } from '../server/src/modules/identity/index.ts'
import { modules } from '../server/src/modules.ts'
import { createServer } from '../server/src/platform/http/server.ts'
import { openStoa, type Stoa } from '../server/src/stoa.ts'
import { testConfig } from '../server/src/testing/test-config.ts'
import { openTestDatabase } from '../server/src/testing/test-database.ts'
import { createPageCallers } from '../server/src/web/page-callers.ts'
import { mountWebApp } from '../server/src/web/web-app.ts'

/** A whole Stoa on a port of its own with a browser in front of it, for one journey. */
export type World = {
  stoa: Stoa
  url: string
  /** A fresh person at a fresh browser. */
  visitor(options?: { phone?: boolean; dark?: boolean }): Promise<{ page: Page; context: BrowserContext }>
  close(): Promise<void>
}

export async function openWorld(): Promise<World> {
  const database = await openTestDatabase()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const config = testConfig({ env: 'development', url, port })
  const stoa = await openStoa(config, database.ownerUrl, { live: true })
  const callers = createPageCallers(authenticate)
  const server = await createServer(stoa.app, modules, callers.authenticate)
  await mountWebApp(server, stoa.app, callers)
  await stoa.work()
  await server.listen({ host: '127.0.0.1', port })
  const browser = await openBrowser()
  return {
    stoa,
    url,
    async visitor({ phone = false, dark = false } = {}) {
      const context = await browser.newContext({
        baseURL: url,
        viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 },
        hasTouch: phone,
        colorScheme: dark ? 'dark' : 'light',
        locale: 'en-GB',
        timezoneId: 'Europe/Athens',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      page.setDefaultTimeout(15_000)
      return { page, context }
    },
    async close() {
      await browser.close()
      await server.close()
      await stoa.close()
      await database.close()
    },
  }
}

/** Chromium from npm; STOA_CHROMIUM names another one. */
export async function openBrowser(): Promise<Browser> {
  const given = process.env.STOA_CHROMIUM
  return playwright.launch({
    executablePath: given && existsSync(given) ? given : await chromium.executablePath(),
    args: [
      ...chromium.args.filter((arg) => !arg.startsWith('--headless') && arg !== '--single-process'),
      '--disable-background-networking',
    ],
    headless: true,
  })
}

async function freePort(): Promise<number> {
  const { createServer: listen } = await import('node:net')
  return new Promise((resolve, reject) => {
    const probe = listen()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
