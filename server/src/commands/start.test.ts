import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { tarGzOf } from '../modules/imports/packages/fixtures/archives.ts'
import { olxCourse } from '../modules/imports/packages/fixtures/courses.ts'
import { pdf } from '../modules/imports/testing.ts'
import { demoPassword, demoSignIns } from './demo.ts'
import {
  call,
  eventually,
  freePort,
  type Ground,
  openGround,
  type Program,
  signIn,
  slowUpload,
  until,
} from './testing.ts'

// One installation in the order of its life; each test goes on where the one before it ended.
let ground: Ground
let port: number
let stoa: Program

beforeAll(async () => {
  ground = openGround()
  port = await freePort()
})
afterAll(() => ground?.close())

const email = (name: string) => `${name}@demo.stoa.example`
const teacher = () => signIn(port, email('teacher'), demoPassword)
const importState = async (token: string, id: string) =>
  (await call(port, 'GET', `/api/v1/imports/courses/${id}`, { token })).body.state
const answers = (path: string) =>
  call(port, 'GET', path).then(
    () => true,
    () => false,
  )

async function auditTrail() {
  const { code, stdout } = await ground.run(['audit', 'verify', '--json']).ended
  return { code, ...JSON.parse(stdout) }
}

/** What an interrupted start may have left twice or not at all. */
const counts = () =>
  ground.sql(`
    select (select count(*)::int from auth.organizations) as organizations,
           (select count(*)::int from auth.users) as people,
           (select count(*)::int from learning.courses) as courses,
           (select count(*)::int from learning.enrollments) as enrollments,
           (select count(*)::int from learning.certificates) as certificates`)

test('a first start that is interrupted while it fills the demonstration ends in order', async () => {
  stoa = ground.run(['start'], { env: { PORT: port } })
  await until(() =>
    ground.sql('select 1 from auth.organizations').then(
      (rows) => rows.length > 0,
      () => false,
    ),
  )
  stoa.signal('SIGINT')
  expect(await stoa.ended).toMatchObject({ code: 0, signal: null, stderr: '' })
  await ground.databaseStopped()
})

test('the next start finishes that, serves pages, and says where it is and who may sign in', async () => {
  stoa = await ground.start(port)
  await stoa.says(/Stop with Ctrl-C/)
  expect(stoa.said()).toContain(`Stoa is ready at http://localhost:${port} `)
  expect(stoa.said()).toContain(demoPassword)
  for (const person of demoSignIns) expect(stoa.said()).toContain(person.email)
  expect(stoa.said()).not.toContain('/setup')
  expect(await call(port, 'GET', '/readyz')).toMatchObject({ status: 200, body: { status: 'ready' } })
  const home = await call(port, 'GET', '/')
  expect(home.status).toBe(200)
  expect(home.body).toContain('Stoa Academy')
  await Promise.all(demoSignIns.map((person) => signIn(port, person.email, demoPassword)))
  await until(async () => (await ground.sql('select 1 from learning.certificates')).length === 2)
  expect(await counts()).toMatchObject([{ organizations: 2, people: 10, courses: 2, certificates: 2 }])
})

test('a second Stoa is kept from the same folder and from the same port', async () => {
  const [folder, taken] = await Promise.all([
    ground.run(['start'], { env: { PORT: await freePort() } }).ended,
    ground.run(['start'], { env: { PORT: port, STOA_DATA: join(ground.folder, 'other') } }).ended,
  ])
  expect(folder).toMatchObject({ code: 75, stdout: '' })
  expect(folder.stderr).toMatch(/^The data folder .* is in use by another Stoa \(process \d+\); stop .*\n$/)
  expect(taken).toMatchObject({ code: 69, stdout: '' })
  expect(taken.stderr).toMatch(/^Port \d+ is taken by another program; stop that one, or .*PORT\.\n$/)
})

test('somebody made on the command line beside it can sign in, and nobody sees the password', async () => {
  const args = ['user', 'create', '--email', 'new@people.test', '--name', 'New Person']
  const made = ground.run([...args, '--organization', 'stoa', '--role', 'mentor', '--json'], {
    input: 'seven blue herons\n',
  })
  const { code, stdout, stderr } = await made.ended
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, email: 'new@people.test' })
  expect(stdout).not.toContain('herons')
  const token = await signIn(port, 'new@people.test', 'seven blue herons')
  const me = await call(port, 'GET', '/api/v1/identity/me', { token })
  expect(me.body.roles).toMatchObject([{ key: 'mentor' }])
})

let uploaded: string

test('told to stop, it finishes the request in flight, lets nobody new in and stops the database', async () => {
  const slow = await slowUpload(port, await teacher(), await tarGzOf(bigCourse(20)))
  stoa.signal('SIGTERM')
  await until(async () => !(await answers('/healthz')))
  const answer = await slow.finish()
  expect(answer.status).toBe(201)
  uploaded = answer.body.importId
  const answered = performance.now()
  expect(await stoa.ended).toMatchObject({ code: 0, signal: null, stderr: '' })
  await ground.databaseStopped()
  // That the connection is kept open for a next request is no reason to wait.
  expect(performance.now() - answered).toBeLessThan(30_000)
})

test('the next start is warm: nothing is made again, and work that was waiting goes on', async () => {
  const secret = readFileSync(join(ground.data, 'secret'), 'utf8')
  stoa = await ground.start(port)
  expect(stoa.said()).not.toMatch(/Building|Creating/)
  expect(readFileSync(join(ground.data, 'secret'), 'utf8')).toBe(secret)
  const token = await teacher()
  await eventually(() => importState(token, uploaded), 'done')
  expect(await counts()).toMatchObject([{ organizations: 2, people: 11, courses: 3, certificates: 2 }])
})

/** Pages a learner was told they finished. */
type Told = { token: string; courseId: string; nodeId: string }

test('killed while people learn and a course comes in, it loses nothing it had acknowledged', async () => {
  const courses = (await call(port, 'GET', '/api/v1/learning/courses')).body.items as Array<{ id: string }>
  const told: Told[] = []
  const learners = await Promise.all(
    ['learner', 'luca', 'priya', 'jana'].map((name) => signIn(port, email(name), demoPassword)),
  )
  const seats = learners.flatMap((token) => courses.map(({ id }) => ({ token, courseId: id })))
  const learning = seats.map((seat) => learn(seat, told))
  const token = await teacher()
  const upload = await slowUpload(port, token, await tarGzOf(bigCourse(400)))
  const { importId } = (await upload.finish()).body
  await until(async () => told.length >= 10 && (await importState(token, importId)) !== 'waiting')
  stoa.signal('SIGKILL')
  await stoa.ended
  await Promise.all(learning)

  stoa = await ground.start(port)
  for (const { token: learner, courseId, nodeId } of told) {
    const { body } = await call(port, 'GET', `/api/v1/learning/courses/${courseId}/player`, {
      token: learner,
    })
    const node = body.nodes.find((one: { id: string }) => one.id === nodeId)
    expect(node).toMatchObject({ isCompleted: true })
  }
  expect(await auditTrail()).toMatchObject({ code: 0, ok: true })

  // A carrier that gives no sign of life for a while counts as dead; that while is over now.
  await ground.sql(`
    update platform.runs set beat_at = now() - interval '1 minute' where state = 'running';
    update platform.runs set created_at = now() - interval '10 minutes' where state = 'waiting';
    update platform.schedules set last_run_at = now() - interval '1 day'`)
  await eventually(() => importState(token, importId), 'done')
  await eventually(
    () => ground.sql('select id, state, stage from platform.runs where finished_at is null'),
    [],
  )
  const [left] = await ground.sql(`
    select (select count(*)::int from learning.courses where title = 'Sailing') as courses,
           (select count(*)::int from storage.objects o join storage.buckets b on b.id = o.bucket_id
             where b.purpose = 'imports') as packages,
           (select count(*)::int from storage.pending_writes) as unfinished`)
  expect(left).toEqual({ courses: 2, packages: 0, unfinished: 0 })
})

/** Goes through a course page by page until the server is gone. */
async function learn({ token, courseId }: Omit<Told, 'nodeId'>, told: Told[]): Promise<void> {
  try {
    await call(port, 'PUT', `/api/v1/learning/courses/${courseId}/enrollment`, { token })
    const player = await call(port, 'GET', `/api/v1/learning/courses/${courseId}/player`, { token })
    const pages = player.body.nodes.filter((node: { isPage: boolean }) => node.isPage)
    for (;;) {
      for (const { id: nodeId } of pages) {
        const { status } = await call(port, 'PUT', `/api/v1/learning/pages/${nodeId}/completion`, { token })
        if (status === 200) told.push({ token, courseId, nodeId })
      }
    }
  } catch (error) {
    // The connection broke: whatever was under way then was not acknowledged.
    if (!(error instanceof TypeError)) throw error
  }
}

test('a second signal, later, ends it at once; the database still stops in order', async () => {
  await slowUpload(port, await teacher(), await tarGzOf(bigCourse(1)))
  stoa.signal('SIGTERM')
  await until(async () => !(await answers('/healthz')))
  let isOver = false
  void stoa.ended.then(() => {
    isOver = true
  })
  await until(async () => {
    stoa.signal('SIGTERM')
    return isOver
  })
  expect(await stoa.ended).toMatchObject({ code: 130, stderr: '' })
  await ground.databaseStopped()
})

test('when its database dies it says so and ends', async () => {
  stoa = await ground.start(port)
  const pidFile = readFileSync(join(ground.data, 'postgres/cluster/postmaster.pid'), 'utf8')
  process.kill(Number.parseInt(pidFile, 10), 'SIGQUIT')
  expect(await stoa.ended).toMatchObject({
    code: 69,
    stderr: expect.stringMatching(
      /^The database stopped while Stoa was running; see .* for the reason .*\n$/m,
    ),
  })
})

/** A sailing course with so many documents that its import takes a while. */
function bigCourse(documents: number): Record<string, string | Buffer> {
  const names = Array.from({ length: documents }, (_, n) => `chart-${n}.pdf`)
  return olxCourse(
    `<html url_name="h1" display_name="Charts">${names.map((name) => `&lt;a href="/static/${name}"&gt;${name}&lt;/a&gt;`).join(' ')}</html>`,
    Object.fromEntries(
      names.map((name) => [`static/${name}`, Buffer.concat([pdf, Buffer.from(`%${name}\n`)])]),
    ),
  )
}
