import { mkdir, mkdtemp, readdir, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../../platform/ctx.ts'

const abandonedAfter = 5 * 60_000
const touchEvery = 60_000

const rootOf = (app: App) => join(app.config.dataDir, 'tmp', 'imports')

/** A folder for what one import unpacks, on the disk of the data folder. */
export async function openUnpackingFolder(app: App): Promise<{ path: string; remove(): Promise<void> }> {
  const root = rootOf(app)
  await mkdir(root, { recursive: true, mode: 0o700 })
  await removeAbandonedFolders(app)
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

/** Removes the folders that killed processes left behind: a living one touches its folder every minute. */
export async function removeAbandonedFolders(app: App): Promise<void> {
  const root = rootOf(app)
  const before = Date.now() - abandonedAfter
  for (const name of await readdir(root).catch(() => [])) {
    const path = join(root, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < before) await rm(path, { recursive: true, force: true })
  }
}
