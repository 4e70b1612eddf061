// Makes server/src/modules/identity/passwords/breached-passwords.bin: what guessers try first, as a set without the words.
//
//   node scripts/make-breached-passwords.mjs
//
// Run it by hand when a list has a new version; nothing runs it at install or at the start. The lists are npm packages
// under the MIT licence, fetched by `npm pack` in exactly these versions, so the file comes out the same everywhere:
// passwords of public breaches, and the words and names of two languages, which people decorate ("Dragon2024!").
//
// The file holds, in ascending order, the first four bytes of the SHA-256 of each entry in lower case (NFKC). With
// n entries a password that is not in the lists is taken for one that is with a chance of n / 2^32.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Lists by package, most used first, and how many of each are taken. */
const sources = [
  { package: '@zxcvbn-ts/language-common@4.1.3', list: 'passwords', most: 60_000, shortest: 5 },
  { package: '@zxcvbn-ts/language-en@4.1.1', list: 'commonWords', most: 60_000, shortest: 4 },
  { package: '@zxcvbn-ts/language-en@4.1.1', list: 'wikipedia', most: 30_000, shortest: 4 },
  { package: '@zxcvbn-ts/language-en@4.1.1', list: 'firstnames', most: 10_000, shortest: 4 },
  { package: '@zxcvbn-ts/language-en@4.1.1', list: 'lastnames', most: 90_000, shortest: 4 },
  { package: '@zxcvbn-ts/language-de@3.0.2', list: 'commonWords', most: 20_000, shortest: 4 },
  { package: '@zxcvbn-ts/language-de@3.0.2', list: 'wikipedia', most: 70_000, shortest: 4 },
  { package: '@zxcvbn-ts/language-de@3.0.2', list: 'firstnames', most: 2_000, shortest: 4 },
  { package: '@zxcvbn-ts/language-de@3.0.2', list: 'lastnames', most: 4_000, shortest: 4 },
]

const folder = mkdtempSync(join(tmpdir(), 'stoa-passwords-'))
const unpacked = new Map()

/** The folder of an unpacked package. */
function unpack(name) {
  if (!unpacked.has(name)) {
    const place = join(folder, String(unpacked.size))
    mkdirSync(place)
    const told = execFileSync('npm', ['pack', name, '--json', '--pack-destination', place], {
      cwd: place,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
    const [{ filename }] = JSON.parse(told)
    execFileSync('tar', ['xzf', join(place, filename), '-C', place])
    unpacked.set(name, join(place, 'package'))
  }
  return unpacked.get(name)
}

try {
  const entries = new Set()
  for (const { package: name, list, most, shortest } of sources) {
    const words = JSON.parse(readFileSync(join(unpack(name), 'src', `${list}.json`), 'utf8'))
    for (const word of words.slice(0, most)) {
      const entry = String(word).normalize('NFKC').toLowerCase()
      if ([...entry].length >= shortest) entries.add(entry)
    }
  }
  const prefixes = new Set()
  for (const entry of entries) prefixes.add(createHash('sha256').update(entry).digest().readUInt32BE(0))
  const sorted = Uint32Array.from(prefixes).sort()
  const bytes = Buffer.alloc(sorted.length * 4)
  sorted.forEach((prefix, place) => {
    bytes.writeUInt32BE(prefix, place * 4)
  })
  const target = join(import.meta.dirname, '../server/src/modules/identity/passwords/breached-passwords.bin')
  writeFileSync(target, bytes)
  console.log(`${entries.size} entries, ${bytes.length} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
