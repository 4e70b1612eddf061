import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../../platform/ctx.ts'

const abandonedAfter = 10 * 60_000
const touchEvery = 60_000

/**
 * A folder for what one import unpacks, on the disk of the data folder. Removes those that a killed process left
 * behind: a living one touches its folder every minute.
 */
export async function openUnpackingFolder(app: App): Promise<{ path: string; remove(): Promise<void> }> {
  const root = join(app.config.dataDir, 'tmp', 'imports')
  await mkdir(root, { recursive: true, mode: 0o700 })
  await removeAbandoned(root)
  const path = await mkdtemp(join(root, 'package-'))
  const touch = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch(() => {})
  }, touchEvery)
  touch.unref()
  return {
    path,
    async remove() {
      clearInterval(touch)
      await rm(path, { recursive: true, force: true })
    },
  }
}

async function removeAbandoned(root: string) {
  const before = Date.now() - abandonedAfter
  for (const name of await readdir(root)) {
    const path = join(root, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}
