import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const page = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')

/** Requirements of OWASP ASVS 5.0 of levels 1 and 2, by section: how many each has. */
const sections: Record<string, number> = {
  'V6.1': 3,
  'V6.2': 12,
  'V6.3': 4,
  'V6.4': 4,
  'V6.5': 5,
  'V6.6': 3,
  'V6.8': 4,
  'V7.1': 3,
  'V7.2': 4,
  'V7.3': 2,
  'V7.4': 5,
  'V7.5': 2,
  'V7.6': 2,
  'V9.1': 3,
  'V9.2': 4,
  'V10.1': 2,
  'V10.2': 2,
  'V10.3': 4,
  'V10.4': 11,
  'V10.5': 5,
  'V10.6': 2,
  'V10.7': 3,
}
const wanted = Object.entries(sections).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, n) => `${section}.${n + 1}`),
)

/** Rows of the tables: a requirement, how it is met, and the proof. */
const rows = [...page.matchAll(/^\| (V\d+\.\d+\.\d+) \| (.+?) \| (.+?) \|$/gm)].map(
  ([, id = '', how = '', proof = '']) => ({ id, how, proof }),
)

/** A proof is one or more tests, `file › name`, a page of ours, or a reason in words. */
const testsIn = (proof: string) =>
  [...proof.matchAll(/`([^`]+?) › ([^`]+)`/g)].map(([, file = '', name = '']) => ({ file, name }))
const pagesIn = (proof: string) =>
  [...proof.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path)

test('every binding requirement has one row, and nothing else has', () => {
  expect(rows.map((row) => row.id)).toEqual(wanted)
})

describe.each(rows)('$id', ({ how, proof }) => {
  test('is proven by tests that exist, by a page, or says why not', () => {
    expect(how.length).toBeGreaterThan(10)
    const tests = testsIn(proof)
    const pages = pagesIn(proof)
    const hasReason = /^(Reason|Not used): .{20,}/.test(proof)
    expect(tests.length + pages.length > 0 || hasReason, proof).toBe(true)
    for (const { file, name } of tests) {
      const path = join(root, file)
      expect(existsSync(path), file).toBe(true)
      expect(readFileSync(path, 'utf8').replaceAll("\\'", "'"), `${file}: ${name}`).toContain(name)
    }
    for (const path of pages) expect(existsSync(join(root, 'docs/security', path)), path).toBe(true)
  })
})
