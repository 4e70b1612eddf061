import { connect } from 'node:net'
import { StartProblem } from '../start-problem.ts'

/** The part of a pg client or pool that is needed here. */
type Queryable = { query: (sql: string) => Promise<{ rows: unknown[] }> }

/** What can be said of a connection URL without giving its password away. */
type Target = {
  host: string
  port: number
  user: string
  database: string
  password: string
  /** As people write it: host:port, or the folder of a socket. */
  place: string
}

const NEEDED_VERSION = 180000
const PROBE_MS = 2_000

/**
 * Turns the failure to connect to the PostgreSQL of DATABASE_URL into the sentence that helps. Where the error
 * does not tell a silent host from a server that is not PostgreSQL, it knocks once to find out.
 */
export async function explainConnectionProblem(error: unknown, url: string): Promise<StartProblem> {
  if (error instanceof StartProblem) return error
  const target = readTarget(url)
  if (target === null) return new StartProblem('database_url_invalid', undefined)
  const { place, host, user, database } = target
  const { code = '', message } = describe(error)
  const cause = { cause: error }
  const says = (pattern: RegExp) => pattern.test(message)

  // SQLSTATE, https://www.postgresql.org/docs/18/errcodes-appendix.html; else codes of Node and OpenSSL.
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartProblem('database_host_unknown', { host }, cause)
    case 'ENOENT':
      // A socket that is not there, unless it is the file of a certificate.
      if (says(/\bopen\b/)) return new StartProblem('database_failed', { place, detail: message }, cause)
      return new StartProblem('database_refused', { place }, cause)
    case 'ECONNREFUSED':
      return new StartProblem('database_refused', { place }, cause)
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return new StartProblem('database_unreachable', { place }, cause)
    case '28P01':
      return new StartProblem('database_password_wrong', { user, place }, cause)
    case '28000':
      if (says(/role ".*" does not exist/)) {
        return new StartProblem('database_password_wrong', { user, place }, cause)
      }
      if (says(/no encryption|SSL off/)) return new StartProblem('database_tls_required', { place }, cause)
      return new StartProblem('database_access_denied', { user, place, database }, cause)
    case '42501':
      return new StartProblem('database_access_denied', { user, place, database }, cause)
    case '3D000':
      return new StartProblem('database_missing', { database, place }, cause)
    case '53300':
      return new StartProblem('database_connections_exhausted', { place }, cause)
    case '25006':
      return new StartProblem('database_read_only', { place }, cause)
    case '57P01':
    case '57P02':
    case '57P03':
      return new StartProblem('database_not_ready', { place }, cause)
    case 'CERT_HAS_EXPIRED':
    case 'DEPTH_ZERO_SELF_SIGNED_CERT':
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
    case 'SELF_SIGNED_CERT_IN_CHAIN':
    case 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY':
    case 'UNABLE_TO_VERIFY_LEAF_SIGNATURE':
      return new StartProblem('database_certificate_untrusted', { place, detail: message }, cause)
    default:
      return await explainMessage(message, code, target, cause)
  }
}

/** Failures that pg reports without a code. */
async function explainMessage(
  message: string,
  code: string,
  target: Target,
  cause: ErrorOptions,
): Promise<StartProblem> {
  const { place, user } = target
  const says = (pattern: RegExp) => pattern.test(message)
  if (says(/client password must be a string|no password supplied/i)) {
    return new StartProblem('database_password_wrong', { user, place }, cause)
  }
  if (says(/does not support SSL connections/))
    return new StartProblem('database_tls_refused', { place }, cause)
  if (code === '' || code === 'ECONNRESET' || code === 'EPIPE') {
    const answer = await knock(target)
    if (answer === 'stranger') return new StartProblem('database_not_postgresql', { place }, cause)
    if (answer === 'nobody') return new StartProblem('database_unreachable', { place }, cause)
  }
  return new StartProblem('database_failed', { place, detail: hide(message, target) }, cause)
}

/**
 * Makes sure that the server behind an open connection will do: PostgreSQL 18 or newer, writable, UTF-8, and
 * with the rights to create schemas and roles. Throws `StartProblem`.
 */
export async function checkOutsideDatabase(client: Queryable, url: string): Promise<void> {
  const target = readTarget(url)
  if (target === null) throw new StartProblem('database_url_invalid', undefined)
  const { rows } = await client
    .query(`
      select current_setting('server_version_num')::int as version_number,
             current_setting('server_version') as version,
             pg_is_in_recovery() or current_setting('transaction_read_only') = 'on' as is_read_only,
             pg_encoding_to_char(d.encoding) as encoding,
             has_database_privilege(d.oid, 'CREATE') as may_create_schemas,
             r.rolsuper or r.rolcreaterole as may_create_roles,
             current_user::text as user,
             quote_ident(current_user) as quoted_user,
             d.datname::text as database,
             quote_ident(d.datname) as quoted_database
        from pg_database d, pg_roles r
       where d.datname = current_database() and r.rolname = current_user`)
    .catch(async (error: unknown) => {
      throw await explainConnectionProblem(error, url)
    })
  const found = rows[0] as {
    version_number: number
    version: string
    is_read_only: boolean
    encoding: string
    may_create_schemas: boolean
    may_create_roles: boolean
    user: string
    quoted_user: string
    database: string
    quoted_database: string
  }
  const { place } = target
  const { user, encoding, database } = found
  if (found.version_number < NEEDED_VERSION) {
    throw new StartProblem('database_too_old', { place, found: found.version })
  }
  if (found.is_read_only) throw new StartProblem('database_read_only', { place })
  if (encoding !== 'UTF8') throw new StartProblem('database_encoding_wrong', { database, encoding })
  if (!found.may_create_schemas) {
    const remedy = `grant create on database ${found.quoted_database} to ${found.quoted_user}`
    throw new StartProblem('database_right_missing', { user, right: 'CREATE', remedy })
  }
  if (!found.may_create_roles) {
    const remedy = `alter role ${found.quoted_user} createrole`
    throw new StartProblem('database_right_missing', { user, right: 'CREATEROLE', remedy })
  }
}

function readTarget(url: string): Target | null {
  try {
    const parsed = new URL(url.replace('@/', '@socket/').replace(':///', '://socket/'))
    if (parsed.protocol !== 'postgres:' && parsed.protocol !== 'postgresql:') return null
    const host = parsed.searchParams.get('host') ?? decodeURIComponent(parsed.hostname)
    const port = Number(parsed.searchParams.get('port') ?? (parsed.port || 5432))
    const user = decodeURIComponent(parsed.username) || (parsed.searchParams.get('user') ?? '')
    const database = decodeURIComponent(parsed.pathname.slice(1)) || user
    const password = decodeURIComponent(parsed.password) || (parsed.searchParams.get('password') ?? '')
    const place = host.startsWith('/') ? host : `${host}:${port}`
    return { host, port, user, database, password, place }
  } catch {
    return null
  }
}

/** An error without an own message, as when every address of a name was tried, stands for its first part. */
function describe(error: unknown): { code?: string; message: string } {
  if (error instanceof AggregateError && !error.message && error.errors.length > 0)
    return describe(error.errors[0])
  if (!(error instanceof Error)) return { message: String(error) }
  const { code } = error as { code?: unknown }
  return { code: typeof code === 'string' ? code : '', message: error.message }
}

function hide(message: string, { password }: Target): string {
  const oneLine = message.replace(/\s+/g, ' ').trim()
  if (password === '') return oneLine
  return oneLine.replaceAll(password, '***').replaceAll(encodeURIComponent(password), '***')
}

/**
 * Sends an SSLRequest, which PostgreSQL alone answers with exactly one byte, S or N.
 * https://www.postgresql.org/docs/18/protocol-flow.html#PROTOCOL-FLOW-SSL
 */
async function knock({ host, port }: Target): Promise<'postgresql' | 'stranger' | 'nobody'> {
  const socket = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
  return await new Promise((resolve) => {
    let isOpen = false
    const answer = (who: 'postgresql' | 'stranger' | 'nobody') => {
      resolve(who)
      socket.destroy()
    }
    socket.setTimeout(PROBE_MS, () => answer(isOpen ? 'stranger' : 'nobody'))
    socket.once('connect', () => {
      isOpen = true
      socket.write(Buffer.from([0, 0, 0, 8, 0x04, 0xd2, 0x16, 0x2f]))
    })
    socket.once('data', (bytes) =>
      answer(/^[SN]$/.test(bytes.toString('latin1')) ? 'postgresql' : 'stranger'),
    )
    socket.once('error', () => answer(isOpen ? 'stranger' : 'nobody'))
    socket.once('close', () => answer(isOpen ? 'stranger' : 'nobody'))
  })
}
