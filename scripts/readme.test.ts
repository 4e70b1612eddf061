import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigSchema } from '../server/src/platform/config.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')
const readme = read('README.md')

/** Every page that people write, by path. */
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'docs/guides', 'docs/decisions'].flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `${folder}/${name}`),
  ),
]

/** Rows of the table of variables: name, default as it is written, meaning. */
const rows = new Map(
  [...readme.matchAll(/^\| `([A-Z_]+)` \| ?(.*?) ?\| .* \|$/gm)].map(([, name = '', fallback = '']) => [
    name,
    fallback,
  ]),
)

/** Settings of signing in have a page of their own, which another test holds against the program. */
const ofReadme = Object.entries(ConfigSchema.properties).filter(([name]) => !name.startsWith('STOA_AUTH_'))

test('the README names every variable and no other', () => {
  expect([...rows.keys()]).toEqual(ofReadme.map(([name]) => name))
})

test('the README states the defaults as they are', () => {
  for (const [name, schema] of ofReadme) {
    if ('default' in schema) expect(rows.get(name), name).toBe(`\`${String(schema.default)}\``)
  }
})

test('the README names every command of stoa', () => {
  const source = read('server/src/main.ts')
  const commands = [...source.matchAll(/\.command\('([a-z]+)/g)].map(([, name = '']) => name)
  expect(commands.length).toBeGreaterThan(5)
  for (const name of commands) expect(readme).toMatch(new RegExp(`\`stoa [a-z ]*${name}`))
})

test('links between pages lead somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...read(page).matchAll(/\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, to = '']) => join(dirname(page), to))
      .filter((to) => !existsSync(join(root, to)))
      .map((to) => `${page}: ${to}`),
  )
  expect(broken).toEqual([])
})

test('the walks name files that exist, and things that are in them', () => {
  const modules = readdirSync(join(root, 'server/src/modules'))
  const missing: string[] = []
  for (const walk of read('docs/walks.md').split('\n## ')) {
    const named = [...walk.matchAll(/`([^`\s]+)`/g)].map(([, word = '']) => word)
    const files = named
      .filter((word) => /^[\w./-]+\/[\w./-]+\.tsx?$/.test(word))
      .map((word) => (modules.includes(word.split('/')[0] ?? '') ? `server/src/modules/${word}` : word))
    missing.push(...files.filter((file) => !existsSync(join(root, file))))
    const sources = files.filter((file) => existsSync(join(root, file))).map(read)
    const names = named.filter((word) => /^([a-z]+[A-Z]|[A-Z]\w*[a-z])\w*$/.test(word))
    missing.push(...names.filter((name) => !sources.some((source) => source.includes(name))))
  }
  expect(missing).toEqual([])
})

test('every page of docs can be reached from its index', () => {
  const index = read('docs/README.md') + read('docs/decisions/README.md')
  const lost = pages.filter((page) => page.startsWith('docs/') && !page.endsWith('README.md'))
  expect(lost.filter((page) => !index.includes(page.split('/').at(-1) ?? ''))).toEqual([])
})

test('decisions are numbered without gaps', () => {
  const numbers = readdirSync(join(root, 'docs/decisions')).flatMap((name) => name.match(/^\d{4}/)?.[0] ?? [])
  expect(numbers).toEqual(numbers.map((_, index) => String(index + 1).padStart(4, '0')))
})
