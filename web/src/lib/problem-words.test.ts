import './messages/all.server.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { problems as german } from './messages/problems.de.ts'
import { problems as english } from './messages/problems.en.ts'
import { unknownProblem } from './problem.ts'
import { problemInAddress } from './problem-in-address.server.ts'
import { problemWords } from './problem-words.server.ts'
import type { Site } from './session.ts'

const site: Site = {
  organization: {
    id: '1',
    slug: 'a',
    name: 'A',
    description: '',
    logoUrl: null,
    coverUrl: null,
    accent: null,
  },
  terms: {},
  locale: 'de',
  timeZone: 'UTC',
  dateFormat: 'medium',
  environment: 'test',
  signUpOpen: true,
  passwordMinLength: 10,
}
const refusal = (code: string, params: Record<string, unknown> = {}) => ({
  ...unknownProblem(409),
  code,
  params,
  title: 'In English.',
  detail: 'In English.',
})

test('a refusal is said in the language of the reader', () => {
  const said = problemWords(site)(refusal('identity.too_many_roles', { limit: 100 }))
  expect(said.title).toBe('Es gibt schon 100 Rollen. Löschen Sie zuerst eine.')
})

test('a missing permission is named in plain words', () => {
  const english = problemWords({ ...site, locale: 'en' })
  expect(english(refusal('forbidden', { reason: 'identity.people.read' })).title).toBe(
    'You need the permission "See people" for this. Ask an administrator.',
  )
})

test('a wrong field says what to do, not what a machine found', () => {
  const problem = {
    ...refusal('invalid_input'),
    errors: [{ pointer: '/password', code: 'minLength', message: 'must NOT have fewer than 10 characters' }],
  }
  const said = problemWords({ ...site, locale: 'en' })(problem)
  expect(said.errors[0]?.message).toBe('This is too short.')
})

test('what nobody has words for stays as it is', () => {
  expect(problemWords(site)(refusal('something.new')).title).toBe('In English.')
})

const server = join(import.meta.dirname, '../../../server/src')

/** Every refusal the server can make, with its English sentence, read where each is defined. */
function refusals(): Map<string, string> {
  const found = new Map<string, string>()
  const definition =
    /defineError\(\s*'([\w.]+)',\s*\d+,\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"),?\s*\)/g
  for (const path of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.ts') || path.endsWith('.test.ts')) continue
    for (const [, code = '', plain, quoted] of readFileSync(join(server, path), 'utf8').matchAll(definition))
      found.set(code, (plain ?? quoted ?? '').replace(/\\(.)/g, '$1'))
  }
  return found
}

test('every refusal of the server has German words', () => {
  const known: Partial<Record<string, string>> = german
  expect([...refusals().keys()].filter((code) => !known[code])).toEqual([])
})

test('every refusal the API names in openapi.json is among them', () => {
  const described = readFileSync(join(server, '../../openapi.json'), 'utf8')
  const named = [...described.matchAll(/(?:"|\\n)`([a-z_]+(?:\.[a-z_]+)?)` [A-Z]/g)].map(
    ([, code = '']) => code,
  )
  const known = refusals()
  expect(named.length).toBeGreaterThan(100)
  expect([...new Set(named)].filter((code) => !known.has(code))).toEqual([])
})

test('what an address can say has English words, and they are those of the API', () => {
  const known: Partial<Record<string, string>> = english
  const words = [...refusals()].filter(([code]) => code.startsWith('identity.'))
  expect(words.length).toBeGreaterThan(80)
  for (const [code, sentence] of words) expect(known[code], code).toBe(sentence)
})

test('an address may say what went wrong, but nothing of its own', () => {
  const say = (query: string) =>
    problemInAddress(new URLSearchParams(query), { ...site, locale: 'en' })?.title
  expect(say('')).toBeUndefined()
  expect(say('problem=identity.provider_denied&provider=Example&reason=access_denied')).toBe(
    'Example did not let you through (access_denied). Try again or choose another way.',
  )
  expect(say('problem=identity.provider_denied&provider=<b>Call+0900</b>&reason=http://evil.example')).toBe(
    '– did not let you through. Try again or choose another way.',
  )
  const nothing = 'Stoa cannot do this right now. Try again in a moment.'
  expect(say('problem=made.up')).toBe(nothing)
  expect(say('problem=identity.too_many_roles')).toBe(nothing)
})

test('a refusal may be said differently for a reason', () => {
  const say = problemWords({ ...site, locale: 'en' })
  const code = 'identity.sso_metadata_refused'
  expect(say(refusal(code, { reason: 'expired' })).title).toMatch(/^This metadata has expired/)
  expect(say(refusal(code, { reason: 'status_404' })).title).toMatch(/status_404/)
})
