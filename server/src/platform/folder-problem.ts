import { StartProblem } from './start-problem.ts'

/**
 * Turns what the file system refuses in a data folder into the sentence that helps; other errors come back as they
 * are.
 */
export function folderProblem(folder: string, error: unknown): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (error instanceof StartProblem || code === undefined) return error
  const cause = { cause: error }
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new StartProblem('disk_full', { folder }, cause)
    case 'EACCES':
    case 'EPERM':
      return new StartProblem('folder_not_writable', { folder, detail: 'permission denied' }, cause)
    case 'EROFS':
      return new StartProblem('folder_not_writable', { folder, detail: 'read-only file system' }, cause)
    case 'EEXIST':
    case 'ENOTDIR':
      return new StartProblem('folder_not_writable', { folder, detail: 'a file is in the way' }, cause)
    case 'ENOENT':
      return new StartProblem('folder_not_writable', { folder, detail: 'nothing can be kept there' }, cause)
    default:
      return new StartProblem('folder_not_writable', { folder, detail: code }, cause)
  }
}
