import './messages/all.server.ts'
import { expect, test } from 'vitest'
import { unknownProblem } from './problem.ts'
import { problemWords } from './problem-words.server.ts'
import type { Site } from './session.ts'

const site: Site = {
  organization: { id: '1', slug: 'a', name: 'A', description: '', logoUrl: null, accent: null },
  terms: {},
  locale: 'de',
  timeZone: 'UTC',
  dateFormat: 'medium',
  environment: 'test',
  signUpOpen: true,
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
