import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { type GivenOrganization, givenOrganization } from '../identity/testing.ts'
import { keepFile, receiveFile, removeFiles, storeFile } from './index.ts'
import { sweep } from './sweep.ts'
import { bytesOnDisk } from './testing.ts'

let stoa: TestStoa
let organization: GivenOrganization
beforeAll(async () => {
  stoa = await testStoa()
  organization = await givenOrganization(stoa)
})
afterAll(() => stoa.close())
beforeEach(async () => {
  for (const table of ['assets', 'objects', 'pending_writes', 'deletion_log'])
    await stoa.sql(`delete from storage.${table}`)
  rmSync(join(stoa.app.config.dataDir, 'files'), { recursive: true, force: true })
})

const file = { bucket: 'attachments' as const, name: 'a.txt', data: Buffer.from('hello') }
const aDayPasses = async () => {
  await stoa.sql(`update storage.pending_writes set started_at = started_at - interval '25 hours'`)
  await stoa.sql(`update storage.deletion_log set deleted_at = deleted_at - interval '25 hours'`)
}

test('bytes whose row never came are taken after a day, those of a kept file never', async () => {
  const kept = await stoa.inside(organization.id, (ctx) => storeFile(ctx, file))
  await receiveFile(stoa.app, organization.id, file)
  await sweep(stoa.app)
  expect(bytesOnDisk(stoa)).toHaveLength(2)
  await aDayPasses()
  await sweep(stoa.app)
  const versions = await stoa.sql<{ version: string }>('select version from storage.objects where id = $1', [
    kept.objectId,
  ])
  expect(bytesOnDisk(stoa)).toEqual(versions.map((row) => row.version))
  expect(await stoa.sql('select * from storage.pending_writes')).toEqual([])
})

test('bytes the sweeper may be at never become a file', async () => {
  const received = await receiveFile(stoa.app, organization.id, file)
  await aDayPasses()
  const keeping = stoa.inside(organization.id, (ctx) => keepFile(ctx, received))
  await expect(keeping).rejects.toMatchObject({ code: 'files.write_too_old' })
})

test('a process that was killed while writing leaves a half file only until the sweep', async () => {
  const received = await receiveFile(stoa.app, organization.id, file)
  const { version } = received
  const path = join(stoa.app.config.dataDir, 'files', version.slice(0, 2), version.slice(2, 4), version)
  rmSync(path)
  writeFileSync(`${path}.part`, 'hel')
  await aDayPasses()
  await sweep(stoa.app)
  expect(bytesOnDisk(stoa)).toEqual([])
})

test('bytes of a deleted file follow after a day, once', async () => {
  const { objectId } = await stoa.inside(organization.id, (ctx) => storeFile(ctx, file))
  await stoa.inside(organization.id, (ctx) => removeFiles(ctx, [objectId]))
  await sweep(stoa.app)
  expect(bytesOnDisk(stoa)).toHaveLength(1)
  await aDayPasses()
  await Promise.all([sweep(stoa.app), sweep(stoa.app), sweep(stoa.app)])
  expect(bytesOnDisk(stoa)).toEqual([])
  expect(
    await stoa.sql('select reason, bytes_removed_at is not null as removed from storage.deletion_log'),
  ).toEqual([{ reason: 'policy', removed: true }])
})

test('a file whose time is over goes by itself, unless somebody uses it', async () => {
  const past = { ...file, expiresAt: new Date(Date.now() - 1000) }
  const [gone, used, stays] = await stoa.inside(organization.id, async (ctx) => [
    await storeFile(ctx, past),
    await storeFile(ctx, past),
    await storeFile(ctx, file),
  ])
  await stoa.sql(
    `create table storage.users_of_files (organization_id uuid, object_id uuid,
       foreign key (organization_id, object_id) references storage.objects on delete restrict)`,
  )
  await stoa.sql('insert into storage.users_of_files values ($1, $2)', [organization.id, used?.objectId])
  await sweep(stoa.app)
  const left = await stoa.sql<{ id: string }>('select id from storage.objects order by id')
  expect(left.map((row) => row.id)).toEqual([used?.objectId, stays?.objectId])
  expect(await stoa.sql('select object_id, reason from storage.deletion_log')).toEqual([
    { object_id: gone?.objectId, reason: 'expired' },
  ])
  await stoa.sql('drop table storage.users_of_files')
})
