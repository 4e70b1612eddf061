import { StartProblem } from '../start-problem.ts'

type Places = { folder: string; cluster: string; logFile: string }

/**
 * The reason in what PostgreSQL's programs wrote before they gave up. They offer no codes, but run with
 * LC_ALL=C, so the texts are the untranslated ones of the C library and of PostgreSQL itself.
 */
export function explainPostgresOutput(output: string, data: Places, port: number): StartProblem {
  const lines = output.split('\n').filter((line) => /FATAL|PANIC|ERROR|error:/.test(line))
  const detail = (lines.at(-1) ?? output.trim().split('\n').at(-1) ?? '').replace(
    /^.*?(FATAL|PANIC|ERROR|error):\s*/,
    '',
  )
  const says = (pattern: RegExp) => pattern.test(output)
  if (says(/No space left on device|Disk quota exceeded/)) {
    return new StartProblem('disk_full', { folder: data.folder })
  }
  if (says(/could not create any TCP\/IP sockets|Address already in use/)) {
    return new StartProblem('database_port_taken', { port })
  }
  if (says(/could not look up effective user ID/)) {
    return new StartProblem('account_unnamed', { uid: process.getuid?.() ?? 0 })
  }
  if (
    says(
      /Cannot allocate memory|out of memory|could not resize shared memory|could not create shared memory/i,
    )
  ) {
    return new StartProblem('memory_short', { detail })
  }
  if (says(/pre-existing shared memory block|lock file ".*" already exists/)) {
    return new StartProblem('folder_in_use', { folder: data.folder, pid: null })
  }
  if (says(/Permission denied|Read-only file system|wrong ownership|Operation not permitted/)) {
    return new StartProblem('folder_not_writable', { folder: data.cluster, detail })
  }
  if (says(/error while loading shared libraries|Library not loaded/)) {
    return new StartProblem('postgres_cannot_run', { detail })
  }
  if (
    says(
      /could not locate a valid checkpoint record|invalid checkpoint|could not open file "global|control file/,
    )
  ) {
    return new StartProblem('data_damaged', { folder: data.cluster, detail })
  }
  return new StartProblem('postgres_failed', { detail: detail || 'it gave no reason', logFile: data.logFile })
}
