import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { type Static, Type } from 'typebox'
import { Value } from 'typebox/value'
import { type AuthSettings, authSettings, authVariables } from './auth-settings.ts'
import { folderProblem } from './folder-problem.ts'
import { makeFolder } from './make-folder.ts'
import { StartProblem } from './start-problem.ts'

const Text = (description: string, rest: object = {}) => Type.String({ description, minLength: 1, ...rest })
const Port = (description: string, fallback: number) =>
  Type.Integer({ description, minimum: 0, maximum: 65535, default: fallback })

/** Every environment variable Stoa reads. Anything else in the environment is ignored. */
export const ConfigSchema = Type.Object({
  STOA_ENV: Type.Union([Type.Literal('development'), Type.Literal('production'), Type.Literal('test')], {
    default: 'development',
    description:
      'development seeds a demo and catches mail; production seeds nothing and insists on real secrets; test is for the test suite.',
  }),
  PORT: Port('Port the server listens on.', 3000),
  HOST: Text('Address the server listens on.', { default: '127.0.0.1' }),
  STOA_URL: Type.Optional(
    Text('Public address of the installation, such as https://learn.example.org. Required in production.', {
      pattern: '^https?://[^/]+$',
    }),
  ),
  STOA_DATA: Text('Data folder: embedded database, files, generated secrets.', { default: './data' }),
  DATABASE_URL: Type.Optional(
    Text(
      'An outside PostgreSQL 18 as its owner role, such as postgresql://user:password@db.example.org:5432/stoa. Without it the embedded one is used.',
      { pattern: '^postgres(ql)?://' },
    ),
  ),
  STOA_SECRET: Type.Optional(
    Text('Master secret, at least 32 characters. Seals secrets and signs links. Required in production.', {
      minLength: 32,
    }),
  ),
  STOA_ROLE: Type.Union([Type.Literal('all'), Type.Literal('api'), Type.Literal('worker')], {
    default: 'all',
    description: 'What this process does: serve requests (api), carry jobs (worker), or both.',
  }),
  STOA_PROCESSES: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 64,
    description: 'Processes that share the port, to use more cores.',
  }),
  STOA_TRUST_PROXY: Type.Boolean({
    default: false,
    description:
      'Believe X-Forwarded-For and X-Forwarded-Proto as one proxy in front sets them; only behind such a proxy.',
  }),
  STOA_LOG_LEVEL: Type.Union(
    ['silent', 'error', 'warn', 'info', 'debug'].map((level) => Type.Literal(level)),
    { default: 'info', description: 'How much is logged.' },
  ),
  SMTP_URL: Type.Optional(
    Text('Mail server, such as smtps://user:password@mail.example.org. In development a catcher is used.', {
      pattern: '^smtps?://',
    }),
  ),
  STOA_MAIL_FROM: Text('Sender of mails.', { default: 'Stoa <stoa@localhost>' }),
  STOA_UPLOAD_LIMIT_MB: Type.Integer({
    default: 2048,
    minimum: 1,
    description: 'Largest single upload in megabytes.',
  }),
  ...authVariables,
})

type Variables = Static<typeof ConfigSchema>

/** The checked configuration of one process. */
export type Config = {
  env: 'development' | 'production' | 'test'
  host: string
  port: number
  /** Public origin without a trailing slash. */
  url: string
  dataDir: string
  databaseUrl: string | null
  secret: string
  role: 'all' | 'api' | 'worker'
  processes: number
  trustProxy: boolean
  logLevel: string
  smtpUrl: string | null
  mailFrom: string
  uploadLimitBytes: number
  auth: AuthSettings
}

/**
 * Reads and checks the environment. Throws StartProblem with one sentence a variable when something is wrong.
 * In development a missing secret is made once and kept in the data folder.
 */
export function loadConfig(environment: NodeJS.ProcessEnv): Config {
  const given: Record<string, unknown> = {}
  for (const name of Object.keys(ConfigSchema.properties)) {
    if (environment[name] !== undefined && environment[name] !== '') given[name] = environment[name]
  }
  const variables = Value.Default(ConfigSchema, Value.Convert(ConfigSchema, given)) as Variables
  if (!Value.Check(ConfigSchema, variables)) throw invalid(variables)
  const dataDir = resolve(variables.STOA_DATA)
  const production = variables.STOA_ENV === 'production'
  if (production && !variables.STOA_SECRET) throw new StartProblem('secret_missing', {})
  if (production && !variables.STOA_URL) throw new StartProblem('url_missing', {})
  const url = variables.STOA_URL ?? `http://localhost:${variables.PORT}`
  return {
    env: variables.STOA_ENV,
    host: variables.HOST,
    port: variables.PORT,
    url,
    dataDir,
    databaseUrl: variables.DATABASE_URL ?? null,
    secret: variables.STOA_SECRET ?? developmentSecret(dataDir),
    role: variables.STOA_ROLE,
    processes: variables.STOA_PROCESSES,
    trustProxy: variables.STOA_TRUST_PROXY,
    logLevel: variables.STOA_LOG_LEVEL,
    smtpUrl: variables.SMTP_URL ?? null,
    mailFrom: variables.STOA_MAIL_FROM,
    uploadLimitBytes: variables.STOA_UPLOAD_LIMIT_MB * 1024 * 1024,
    auth: authSettings(variables, url),
  }
}

type About = { description?: string; anyOf?: Array<{ const?: unknown }> }

/** One sentence a variable; what was given is not repeated, because it may be a secret. */
function invalid(variables: unknown): StartProblem {
  const sentences = new Map<string, string>()
  for (const { keyword, instancePath, message } of Value.Errors(ConfigSchema, variables)) {
    // A choice is told as a whole, not choice by choice.
    if (keyword === 'const') continue
    const name = instancePath.slice(1)
    const about = (ConfigSchema.properties as Record<string, About | undefined>)[name]
    const must =
      keyword === 'anyOf' && about?.anyOf
        ? `must be one of ${about.anyOf.map((choice) => choice.const).join(', ')}`
        : keyword === 'pattern'
          ? 'is not of the right form'
          : message
    sentences.set(name, `${name} ${must}. ${about?.description ?? ''}`)
  }
  return new StartProblem('config_invalid', { sentences: [...sentences.values()].join('\n') })
}

function developmentSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  try {
    makeFolder(dataDir)
    if (existsSync(file)) return keptSecret(file)
    // Written aside and linked when complete: a start that is killed, or a second one, never leaves half a secret.
    const unfinished = `${file}.${process.pid}`
    try {
      writeFileSync(unfinished, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true })
      linkSync(unfinished, file)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    } finally {
      rmSync(unfinished, { force: true })
    }
    return keptSecret(file)
  } catch (error) {
    throw folderProblem(dataDir, error)
  }
}

function keptSecret(file: string): string {
  const secret = readFileSync(file, 'utf8').trim()
  if (secret.length < 32) throw new StartProblem('secret_damaged', { file })
  return secret
}
