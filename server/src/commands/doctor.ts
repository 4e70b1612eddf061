import { statfs } from 'node:fs/promises'
import { sql } from 'kysely'
import { verifyAll } from '../modules/audit/index.ts'
import { jobSchema } from '../platform/jobs/job-schema.ts'
import type { Stoa } from '../stoa.ts'
import { withStoa } from './with-stoa.ts'

type Finding = { check: string; ok: boolean; detail: string }

/** Looks at the parts Stoa stands on and says what is wrong. Exit code 1 when something is. */
export async function doctor(options: { json?: boolean }): Promise<void> {
  const findings = await withStoa(examine)
  const ok = findings.every((finding) => finding.ok)
  if (options.json) console.log(JSON.stringify({ ok, findings }))
  else
    for (const { check, ok: fine, detail } of findings)
      console.log(`${fine ? 'ok  ' : 'BAD '} ${check.padEnd(16)} ${detail}`)
  if (!ok) process.exitCode = 1
}

async function examine(stoa: Stoa): Promise<Finding[]> {
  const { config, database } = stoa.app
  const { rows } = await sql<{
    version: string
    role: string
    owns: number
    waiting: number
    letters: number
    stuck: number
    givenUp: number
  }>`
    /* all organizations: the doctor looks at the whole installation */
    select current_setting('server_version') as version, current_user::text as role,
      (select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = current_user)::int as owns,
      (select count(*) from platform.outbox where dispatched_at is null and occurred_at < now() - interval '1 minute')::int as waiting,
      (select count(*) from audit.dead_letters where resolved_at is null)::int as letters,
      (select count(*) from platform.runs where state = 'running' and beat_at < now() - interval '5 minutes')::int as stuck,
      (select count(*) from ${sql.raw(jobSchema)}.job where state = 'failed' and completed_on > now() - interval '25 hours')::int as given_up`.execute(
    database.db,
  )
  const row = rows[0]!
  const disk = await statfs(config.dataDir)
  const freeMegabytes = Math.floor((disk.bavail * disk.bsize) / 1024 / 1024)
  const chains = await verifyAll(stoa.app, null)
  const broken = chains.filter((chain) => chain.status === 'broken')
  return [
    { check: 'database', ok: Number.parseInt(row.version, 10) >= 18, detail: `PostgreSQL ${row.version}` },
    {
      check: 'least privilege',
      ok: row.owns === 0,
      detail: `the app is ${row.role}, which owns ${row.owns} tables`,
    },
    { check: 'disk', ok: freeMegabytes > 500, detail: `${freeMegabytes} MB free in ${config.dataDir}` },
    { check: 'events', ok: row.waiting === 0, detail: `${row.waiting} waiting for more than a minute` },
    { check: 'background work', ok: row.stuck === 0, detail: `${row.stuck} without a sign of life` },
    {
      check: 'jobs',
      ok: row.givenUp === 0,
      detail: `${row.givenUp} given up since yesterday; the log says why`,
    },
    {
      check: 'audit trail',
      ok: broken.length === 0,
      detail: `${chains.length} chains read, ${broken.length} broken`,
    },
    {
      check: 'dead letters',
      ok: row.letters === 0,
      detail: `${row.letters} audit entries wait to be written`,
    },
    {
      check: 'mail',
      ok: config.env !== 'production' || config.smtpUrl !== null,
      detail: config.smtpUrl ? 'SMTP_URL is set' : 'no SMTP_URL: mails are caught or wait',
    },
  ]
}
