import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartProblem } from '../start-problem.ts'

/** Proof that this process alone works in a data folder. */
export type DataFolderLock = { release: () => void }

// Primary result codes of SQLite, https://www.sqlite.org/rescode.html
const SQLITE_BUSY = 5
const SQLITE_FULL = 13
const SQLITE_NOTADB = 26

/**
 * Takes a data folder for this process, or throws `folder_in_use`.
 *
 * The lock is the operating system's own on an empty SQLite file, because Node has no other way to ask for
 * one: it ends with the process however the process ends, so a `kill -9` leaves nothing stale behind and a
 * reused process id can never look like the holder. It also holds between containers that share a volume.
 */
export function lockDataFolder(folder: string): DataFolderLock {
  const pidFile = join(folder, 'lock.pid')
  let file: DatabaseSync | undefined
  try {
    file = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file?.close()
    const { errcode, message } = error as { errcode?: number; message: string }
    if (errcode === SQLITE_BUSY) throw new StartProblem('folder_in_use', { folder, pid: holderOf(pidFile) })
    if (errcode === SQLITE_FULL) throw new StartProblem('disk_full', { folder }, { cause: error })
    if (errcode === SQLITE_NOTADB) {
      const detail = `${join(folder, 'lock')} is not Stoa's; remove that file`
      throw new StartProblem('folder_not_writable', { folder, detail }, { cause: error })
    }
    throw new StartProblem('folder_not_writable', { folder, detail: message }, { cause: error })
  }
  const held = file
  try {
    // Only for the sentence that refuses the next one; it decides nothing.
    writeFileSync(pidFile, `${process.pid}\n`)
  } catch (error) {
    held.close()
    throw error
  }
  return {
    release: () => {
      if (!held.isOpen) return
      rmSync(pidFile, { force: true })
      held.close()
    },
  }
}

function holderOf(pidFile: string): number | null {
  try {
    return Number.parseInt(readFileSync(pidFile, 'utf8'), 10) || null
  } catch {
    return null
  }
}
