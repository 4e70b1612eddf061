import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const source = join(import.meta.dirname, '..')
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx$/.test(path))
  .map((path) => ({ path, text: readFileSync(join(source, path), 'utf8') }))

/** The uses of a component in all pages, as they are written. */
const uses = (component: string) =>
  files.flatMap(({ path, text }) =>
    [...text.matchAll(new RegExp(`<${component}\\b[^>]*?/>`, 'gs'))].map(([use]) => ({ path, use })),
  )

test('what is typed into a field for a password is hidden until its owner wants to see it', () => {
  const bare = files.filter(({ text }) => /type="password"|<input[^>]*name="[^"]*[pP]assword/.test(text))
  expect(bare.map(({ path }) => path)).toEqual([])
  const field = files.find(({ path }) => path === 'ui/field.tsx')
  expect(field?.text).toContain("type={shown ? 'text' : 'password'}")
  expect(uses('PasswordInput').length + uses('NewPasswordInput').length).toBeGreaterThan(5)
})

test('passwords are pasted and filled in by managers: nothing is in their way', () => {
  const inTheWay = files.filter(({ text }) => text.includes('onPaste'))
  expect(inTheWay.map(({ path }) => path)).toEqual([])
  const own = uses('PasswordInput')
    .filter(({ path }) => !path.endsWith('styleguide.tsx'))
    .filter(({ use }) => /name="[^"]*[pP]assword/.test(use))
  for (const { path, use } of own)
    expect([path, use]).toEqual([path, expect.stringMatching(/autoComplete="(current|new)-password"/)])
})

test('whoever is signed in, or half signed in, finds the way out', () => {
  const leaving = files.filter(({ text }) => text.includes('action="/sign-out"')).map(({ path }) => path)
  for (const page of [
    'app/person-menu.tsx',
    'features/identity/routes/second-factor.tsx',
    'features/identity/routes/second-factor-set-up.tsx',
  ])
    expect(leaving).toContain(page)
  const frame = files.filter(({ path, text }) => path.startsWith('app/') && text.includes('<PersonMenu'))
  expect(frame.length).toBeGreaterThan(0)
})
