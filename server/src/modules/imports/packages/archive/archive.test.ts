import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { octal, overlappingZipOf, tarGzOf, tarOf, withHeader, zip64Of, zipOf } from '../fixtures/archives.ts'
import { defaultPackageLimits } from '../limits.ts'
import { openPackageFolder, readStored } from './package-folder.ts'

let temp: string

beforeEach(async () => {
  temp = await mkdtemp(join(tmpdir(), 'archive-test-'))
})

afterEach(async () => {
  await rm(temp, { recursive: true, force: true })
})

function open(buffer: Buffer, limits = defaultPackageLimits, signal?: AbortSignal) {
  return openPackageFolder({ buffer, fileName: 'course' }, limits, temp, signal)
}

async function refusal(buffer: Buffer, limits = defaultPackageLimits): Promise<string> {
  const code = await open(buffer, limits).then(
    () => 'accepted',
    (error: { code?: string }) => error.code ?? String(error),
  )
  expect(await readdir(temp), 'nothing stays on disk').toEqual([])
  return code
}

const mebibyte = 1024 * 1024

describe('names in archives', () => {
  test.each([
    ['../outside.xml', 'archive.path_escapes'],
    ['a/../../outside.xml', 'archive.path_escapes'],
    ['..\\outside.xml', 'archive.path_escapes'],
    ['/etc/passwd', 'archive.absolute_path'],
    ['\\\\server\\share', 'archive.absolute_path'],
    ['C:\\windows\\system.ini', 'archive.absolute_path'],
    ['c:evil.txt', 'archive.absolute_path'],
    [`${'a/'.repeat(80)}b`, 'archive.name_too_long'],
  ])('%s is refused in zip files and tar files', async (name, code) => {
    expect(await refusal(zipOf([{ name, content: 'x' }]))).toBe(code)
    expect(await refusal(await tarGzOf([{ name, content: 'x' }]))).toBe(code)
  })

  test('backslashes, NUL and control characters are repaired with a line in the report', async () => {
    const folder = await open(
      zipOf([
        { name: 'a\\b.xml', content: '1' },
        { name: 'x\u0000y\u0007.txt', content: '2' },
      ]),
    )
    expect([...folder.files.keys()]).toEqual(['a/b.xml', 'x_y_.txt'])
    expect(folder.report.map(({ code }) => code)).toEqual(['archive.name_repaired', 'archive.name_repaired'])
  })

  test('the same name twice, also in another Unicode form, counts once and is reported', async () => {
    const folder = await open(
      zipOf([
        { name: 'é.txt', content: 'first' },
        { name: 'e\u0301.txt', content: 'second' },
      ]),
    )
    expect([...folder.files.keys()]).toEqual(['é.txt'])
    expect((await readStored(folder.files.get('é.txt')!)).toString()).toBe('second')
    expect(folder.report.map(({ code }) => code)).toContain('archive.duplicate_entry')
  })

  test('a name that is not UTF-8 is read in the old encoding of zip files', async () => {
    const folder = await open(zipOf([{ name: Buffer.from([0x81, 0x2e, 0x74]), content: 'x' }]))
    expect([...folder.files.keys()]).toEqual(['ü.t'])
  })

  test('what operating systems leave behind is left out', async () => {
    const folder = await open(zipOf({ '__MACOSX/._a.xml': 'x', '.DS_Store': 'x', 'a.xml': 'x' }))
    expect([...folder.files.keys()]).toEqual(['a.xml'])
    expect(folder.report).toHaveLength(2)
  })
})

describe('entries that are no files', () => {
  test('links and devices in tar files are left out with a line each', async () => {
    const folder = await open(
      await tarGzOf([
        { name: 'a.txt', content: 'a' },
        { name: 'soft', type: 'symlink', linkname: '/etc/passwd' },
        { name: 'hard', type: 'link', linkname: 'a.txt' },
        { name: 'tty', type: 'character-device' },
        { name: 'pipe', type: 'fifo' },
      ]),
    )
    expect([...folder.files.keys()]).toEqual(['a.txt'])
    expect(folder.report.map(({ outcome, code }) => `${outcome} ${code}`)).toEqual(
      Array(4).fill('dropped archive.link'),
    )
  })

  test('devices, pipes and sockets in a zip file are left out', async () => {
    const special = [0o060644, 0o020644, 0o010644, 0o140644].map((mode, at) => ({ name: `s${at}`, mode }))
    const folder = await open(zipOf([...special, { name: 'a.xml', content: 'x', mode: 0o100644 }]))
    expect([...folder.files.keys()]).toEqual(['a.xml'])
    expect(folder.report.map(({ code }) => code)).toEqual(Array(4).fill('archive.link'))
  })

  test('a symbolic link in a zip file is left out', async () => {
    const folder = await open(zipOf([{ name: 'link', content: '/etc/passwd', mode: 0o120777 }]))
    expect(folder.files.size).toBe(0)
    await folder.dispose()
    expect(folder.report[0]?.code).toBe('archive.link')
  })

  test('a link in an unpacked folder is not followed', async () => {
    await writeFile(join(temp, 'course.xml'), '<course/>')
    await symlink('/etc/passwd', join(temp, 'secret.html'))
    const folder = await openPackageFolder({ path: temp }, defaultPackageLimits)
    expect([...folder.files.keys()]).toEqual(['course.xml'])
    expect(folder.report[0]?.code).toBe('archive.link')
  })
})

describe('bombs', () => {
  const zeros = Buffer.alloc(30 * mebibyte)

  test('a zip entry that unpacks to far more than its size is refused', async () => {
    expect(await refusal(zipOf({ 'a.xml': zeros }))).toBe('archive.packed_too_tightly')
  })

  test('a gzip file that unpacks to far more than its size is refused', async () => {
    expect(await refusal(await tarGzOf({ 'a.xml': zeros }))).toBe('archive.packed_too_tightly')
  })

  test('gzip in gzip is no package', async () => {
    expect(await refusal(gzipSync(await tarGzOf({ 'a.xml': 'x' })))).toBe('archive.not_an_archive')
  })

  test('what really comes out counts, whatever the entry says', async () => {
    const bomb = zipOf([{ name: 'a.xml', content: Buffer.alloc(2000, 'ab'), lies: { size: 10 } }])
    expect(await refusal(bomb)).toBe('archive.damaged')
  })

  test('limits of one file, of all files and of their number are kept', async () => {
    const files = { 'a.txt': 'x'.repeat(600), 'b.txt': 'y'.repeat(600) }
    for (const archive of [zipOf(files), await tarGzOf(files)]) {
      expect(await refusal(archive, { ...defaultPackageLimits, fileBytes: 500 })).toBe(
        'archive.file_too_large',
      )
      expect(await refusal(archive, { ...defaultPackageLimits, totalBytes: 1000 })).toBe('archive.too_large')
      expect(await refusal(archive, { ...defaultPackageLimits, entries: 1 })).toBe('archive.too_many_entries')
    }
  })

  test('entries that share their bytes are counted together, though each alone is small', async () => {
    const content = Buffer.alloc(2 * mebibyte, 'ab')
    const names = Array.from({ length: 12 }, (_, at) => `${at}.txt`)
    expect(await refusal(overlappingZipOf(names, content))).toBe('archive.packed_too_tightly')
    const folder = await open(overlappingZipOf(['only.txt'], content))
    expect([...folder.files.keys()]).toEqual(['only.txt'])
  })

  test('archives in an archive stay files', async () => {
    const inner = zipOf({ 'deep.txt': 'x' })
    const folder = await open(zipOf({ 'course.xml': '<course/>', 'static/inner.zip': inner }))
    expect([...folder.files.keys()]).toEqual(['course.xml', 'static/inner.zip'])
  })

  test('a tar entry that claims gigabytes it does not have is refused', async () => {
    for (const claim of [2, 8]) {
      const tar = withHeader(await tarOf([{ name: 'a.xml', content: 'x' }]), 124, octal(claim * 2 ** 30, 11))
      expect(await refusal(tar)).toBe('archive.damaged')
      expect(await refusal(gzipSync(tar))).toBe('archive.damaged')
    }
  })

  test('sparse files are left out: a few bytes would stand for gigabytes', async () => {
    const sparse = await tarOf([
      { name: 'sparse.bin', content: 'x' },
      { name: 'course.xml', content: '<course/>' },
    ])
    const folder = await open(withHeader(sparse, 156, 'S'))
    expect([...folder.files.keys()]).toEqual(['course.xml'])
    expect(folder.report.map(({ code, sourceId }) => [code, sourceId])).toEqual([
      ['archive.link', 'sparse.bin'],
    ])
  })

  test('megabytes of tar headers are refused before they fill the memory', async () => {
    const header = await tarOf([{ name: 'x', content: 'x'.repeat(100) }])
    const pax = Buffer.from(header.subarray(0, 512))
    pax.write('x', 156, 'latin1')
    pax.write('00400000000', 124, 'latin1')
    pax.fill(' ', 148, 156)
    const sum = pax.reduce((total, byte) => total + byte, 0)
    pax.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1')
    expect(await refusal(Buffer.concat([pax, Buffer.alloc(40 * mebibyte, 'a')]))).toBe('archive.damaged')
  })
})

describe('sizes of today', () => {
  test('a zip file in the large form (zip64) is read', async () => {
    const folder = await open(zip64Of('course.xml', '<course/>'))
    expect([...folder.files.values()].map(({ path, size }) => [path, size])).toEqual([['course.xml', 9]])
  })

  test('names that differ in capital letters only are two files', async () => {
    const folder = await open(zipOf({ 'static/A.png': '1', 'static/a.png': '22' }))
    expect([...folder.files.values()].map(({ size }) => size)).toEqual([1, 2])
  })
})

describe('damage', () => {
  test('an archive with nothing in it is no archive of a course', async () => {
    const folder = await open(zipOf({}))
    expect(folder.files.size).toBe(0)
    await folder.dispose()
    expect(await refusal(Buffer.alloc(10_240))).toBe('archive.not_an_archive')
    expect(await refusal(gzipSync(''))).toBe('archive.not_an_archive')
  })

  test('password, cut off, wrong checksum, not an archive: each is said', async () => {
    const zip = zipOf({ 'a.xml': 'content that is long enough to be cut' })
    const tar = await tarGzOf({
      'a.xml': Buffer.from(Array.from({ length: 5000 }, (_, at) => (at * 7919) % 251)),
    })
    expect(await refusal(zipOf([{ name: 'a', content: 'x', encrypted: true }]))).toBe('archive.encrypted')
    expect(await refusal(zip.subarray(0, zip.length - 10))).toBe('archive.damaged')
    expect(await refusal(tar.subarray(0, tar.length - 500))).toBe('archive.damaged')
    expect(await refusal(zipOf([{ name: 'a', content: 'x', lies: { crc: 1 } }]))).toBe('archive.damaged')
    expect(await refusal(Buffer.from('<html>not an archive</html>'))).toBe('archive.not_an_archive')
    expect(await refusal(Buffer.alloc(0))).toBe('archive.not_an_archive')
  })

  test('a file that is not there is said to be so', async () => {
    await expect(
      openPackageFolder({ path: join(temp, 'none') }, defaultPackageLimits, temp),
    ).rejects.toMatchObject({
      code: 'package.not_found',
    })
  })
})

test('a plain tar file is read too, and giving up in between leaves nothing', async () => {
  const tar = await tarOf({ 'a.xml': 'x' })
  const folder = await open(tar)
  expect([...folder.files.keys()]).toEqual(['a.xml'])
  await folder.dispose()
  await expect(open(tar, defaultPackageLimits, AbortSignal.abort())).rejects.toThrow()
  expect(await readdir(temp)).toEqual([])
})
