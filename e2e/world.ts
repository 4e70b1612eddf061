import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import pg from 'pg'
import { type Browser, type BrowserContext, type Page, chromium as playwright } from 'playwright-core'
import { onTestFailed } from 'vitest'
import { authenticate } from '../server/src/modules/identity/index.ts'
import { modules } from '../server/src/modules.ts'
import type { Config } from '../server/src/platform/config.ts'
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
  /** A fresh person at a fresh browser. When the story fails, a picture of their page stays behind. */
  visitor(options?: Visit): Promise<{ page: Page; context: BrowserContext }>
  /** Straight to the database, as its owner: to break things. */
  sql(text: string): Promise<void>
  close(): Promise<void>
}

type Visit = {
  phone?: boolean
  dark?: boolean
  /** A browser without JavaScript. */
  noScript?: boolean
}

/** @param change what this world has otherwise than others; the address is known by then */
export async function openWorld(change = (config: Config): Config => config): Promise<World> {
  const database = await openTestDatabase()
  const port = await freePort()
  const url = `http://localhost:${port}`
  const config = change(testConfig({ env: 'development', url, port }))
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
    async visitor({ phone = false, dark = false, noScript = false } = {}) {
      const context = await browser.newContext({
        javaScriptEnabled: !noScript,
        baseURL: url,
        viewport: phone ? { width: 390, height: 844 } : { width: 1280, height: 860 },
        hasTouch: phone,
        colorScheme: dark ? 'dark' : 'light',
        locale: 'en-GB',
        timezoneId: 'Europe/Athens',
        reducedMotion: 'reduce',
      })
      const page = await context.newPage()
      page.setDefaultTimeout(30_000)
      if (!noScript) waitForScripts(page)
      onTestFailed(() => keepPicture(page))
      return { page, context }
    },
    async sql(text) {
      const owner = new pg.Client({ connectionString: database.ownerUrl })
      await owner.connect()
      await owner.query(text).finally(() => owner.end())
    },
    async close() {
      await browser.close()
      await server.close()
      await stoa.close()
      await database.close()
    },
  }
}

/**
 * Pages answer before their script has come, but otherwise: a button that asks first would not ask yet. Stories are
 * told of the page with its script, unless they say so.
 */
function waitForScripts(page: Page): void {
  const isAwake = () => {
    const main = document.querySelector('main')
    const hasScript = document.querySelector('link[rel="modulepreload"]') !== null
    return !main || !hasScript || Object.keys(main).some((key) => key.startsWith('__reactFiber'))
  }
  for (const way of ['goto', 'reload'] as const) {
    const open = page[way].bind(page) as (...given: unknown[]) => ReturnType<Page['reload']>
    page[way] = async (...given: unknown[]) => {
      const answer = await open(...given)
      await page.waitForFunction(isAwake)
      return answer
    }
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

async function keepPicture(page: Page): Promise<void> {
  if (page.isClosed()) return
  const path = join(mkdtempSync(join(tmpdir(), 'stoa-journey-')), 'failed.png')
  await page.screenshot({ path, fullPage: true })
  console.error(`${page.url()} looked like ${path}`)
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
