import { randomBytes } from 'node:crypto'
import { verify } from '@node-rs/argon2'
import Fastify from 'fastify'
import pg from 'pg'

/**
 * The floor: bare Fastify and pg with hand-written SQL over the same rows. It checks nothing, knows nobody and
 * guards nothing, so nothing that does its work can be much faster on this machine.
 */
const {
  BENCH_URL = '',
  BENCH_PORT = '0',
  BENCH_ORGANIZATION = '',
  BENCH_COURSE = '',
  BENCH_STATIC = '',
} = process.env
const pool = new pg.Pool({ connectionString: BENCH_URL, max: 16 })
const server = Fastify({ logger: false })

server.get('/outline', async () => {
  const { rows } = await pool.query({
    name: 'outline',
    text: `select n.id, n.parent_id, n.kind, n.title, n.estimated_minutes, n.page_total, p.done, p.completed_at
             from learning.nodes n
             left join learning.enrollments e on e.organization_id = n.organization_id and e.course_id = n.course_id and e.user_id = $3
             left join learning.progress p on p.organization_id = n.organization_id and p.enrollment_id = e.id and p.node_id = n.id
            where n.organization_id = $1 and n.course_id = $2 order by n.position`,
    values: [BENCH_ORGANIZATION, BENCH_COURSE, process.env.BENCH_PERSON],
  })
  return { nodes: rows }
})

/** The bare transaction of a finished page: the completion, the roll-up on each level, the
 * course, the learner's timeline, an event: the rows Stoa writes. */
let turn = 0
const pages = (process.env.BENCH_PAGES ?? '').split(',')
const enrollments = (process.env.BENCH_ENROLLMENTS ?? '').split(',')
server.put('/completion', async () => {
  const n = turn++
  const enrollment = enrollments[n % enrollments.length]
  const page = pages[Math.floor(n / enrollments.length) % pages.length]
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query({
      name: 'completion',
      text: 'insert into learning.completions (organization_id, enrollment_id, node_id) values ($1, $2, $3) on conflict do nothing',
      values: [BENCH_ORGANIZATION, enrollment, page],
    })
    await client.query({
      name: 'rollup',
      text: `with recursive up as (
               select id, parent_id from learning.nodes where organization_id = $1 and id = $3
               union all select n.id, n.parent_id from learning.nodes n join up on n.organization_id = $1 and n.id = up.parent_id)
             insert into learning.progress as p (organization_id, enrollment_id, node_id, done)
             select $1, $2, id, 1 from up order by id
             on conflict (organization_id, enrollment_id, node_id) do update set done = p.done + 1`,
      values: [BENCH_ORGANIZATION, enrollment, page],
    })
    await client.query({
      name: 'course',
      text: `update learning.enrollments e set done = least(e.done + 1, c.page_total), last_viewed_node_id = $3, last_activity_at = now(),
                    percent = least(100, (e.done + 1) * 100 / c.page_total)
               from learning.courses c
              where e.organization_id = $1 and e.id = $2 and c.organization_id = $1 and c.id = e.course_id`,
      values: [BENCH_ORGANIZATION, enrollment, page],
    })
    await client.query({
      name: 'activity_of_learner',
      text: `insert into learning.activities (organization_id, enrollment_id, type, metadata)
             values ($1, $2, 'completed_lesson', jsonb_build_object('nodeId', $3::uuid))`,
      values: [BENCH_ORGANIZATION, enrollment, page],
    })
    await client.query({
      name: 'event',
      text: `insert into platform.outbox (organization_id, name, payload, actor, request_id, dispatched_at) values ($1, 'bench.finished', '{}', '{}', 'bench', now())`,
      values: [BENCH_ORGANIZATION],
    })
    await client.query('commit')
    return { ok: true }
  } finally {
    client.release()
  }
})

server.post('/insert', async () => {
  await pool.query({
    name: 'activity',
    text: `insert into audit.activities (organization_id, type, message) values ($1, 'content_edit', 'bench')`,
    values: [BENCH_ORGANIZATION],
  })
  return { ok: true }
})

/** The bare transaction of a refresh: the token used up, the session moved on, the next token, what it says. */
const family = Array.from({ length: 8 }, () => null as null | { session: string; token: Buffer })
server.post<{ Querystring: { caller: string } }>('/refresh', async (request) => {
  const caller = Number(request.query.caller)
  const person = process.env.BENCH_PERSON
  const client = await pool.connect()
  try {
    family[caller] ??= await openFamily(client, person)
    const { session, token } = family[caller]
    const next = randomBytes(32)
    await client.query('begin')
    const used = await client.query({
      name: 'use',
      text: `update auth.refresh_tokens set revoked = true, updated_at = now() where token_hash = $1 and not revoked returning id`,
      values: [token],
    })
    await client.query({
      name: 'move',
      text: `update auth.sessions set refresh_token_counter = refresh_token_counter + 1, refreshed_at = now(), updated_at = now(),
                    idle_after = least(not_after, now() + interval '14 days') where id = $1`,
      values: [session],
    })
    await client.query({
      name: 'next',
      text: `insert into auth.refresh_tokens (session_id, user_id, token_hash, parent) values ($1, $2, $3, $4)`,
      values: [session, person, next, used.rows[0].id],
    })
    const { rows } = await client.query({
      name: 'facts',
      text: `select u.email, u.raw_user_meta_data, s.aal, s.organization_id from auth.sessions s join auth.users u on u.id = s.user_id where s.id = $1`,
      values: [session],
    })
    await client.query('commit')
    family[caller] = { session, token: next }
    return { ...rows[0], refresh_token: next.toString('base64url') }
  } finally {
    client.release()
  }
})

async function openFamily(client: pg.PoolClient, person: string | undefined) {
  const token = randomBytes(32)
  const { rows } = await client.query<{ id: string }>(
    `insert into auth.sessions (user_id, organization_id, not_after, idle_after)
     values ($1, $2, now() + interval '1 day', now() + interval '1 day') returning id`,
    [person, BENCH_ORGANIZATION],
  )
  const session = rows[0]!.id
  await client.query(
    'insert into auth.refresh_tokens (session_id, user_id, token_hash) values ($1, $2, $3)',
    [session, person, token],
  )
  return { session, token }
}

/** The bare hash: the password of the bench checked with the same parameters, and nothing else. */
const { BENCH_PASSWORD = '', BENCH_HASH = '' } = process.env
server.post('/argon2', async () => ({ fits: await verify(BENCH_HASH, BENCH_PASSWORD) }))

/** A sign-in's hash and session, with the row of the history and without. */
for (const history of [true, false]) {
  server.post(history ? '/sign-in-with-history' : '/sign-in-without-history', async () => {
    await verify(BENCH_HASH, BENCH_PASSWORD)
    const client = await pool.connect()
    try {
      await client.query('begin')
      await client.query({
        name: 'session',
        text: `insert into auth.sessions (user_id, organization_id, token_hash, not_after, idle_after)
               values ($1, $2, $3, now() + interval '1 day', now() + interval '1 day')`,
        values: [process.env.BENCH_PERSON, BENCH_ORGANIZATION, randomBytes(32)],
      })
      if (history)
        await client.query({
          name: 'history',
          text: `insert into auth.login_history (user_id, organization_id, ip_address, user_agent, success, device_info)
                 values ($1, $2, '192.0.2.1', 'bench', true, '{"browser":"Bench"}')`,
          values: [process.env.BENCH_PERSON, BENCH_ORGANIZATION],
        })
      await client.query('commit')
      return { ok: true }
    } finally {
      client.release()
    }
  })
}

if (BENCH_STATIC) {
  const { default: fastifyStatic } = await import('@fastify/static')
  await server.register(fastifyStatic, { root: BENCH_STATIC, prefix: '/static/' })
}
await server.listen({ host: '127.0.0.1', port: Number(BENCH_PORT) })
process.send?.('ready')
