import './all.server.ts'
import { expect, test } from 'vitest'
import { createTranslate, directionOf, toLocale } from './index.ts'

const english = createTranslate({ locale: 'en', timeZone: 'UTC', terms: {} })
const german = createTranslate({ locale: 'de', timeZone: 'UTC', terms: {} })

test('a message counts the way its language does', () => {
  expect(english('site.lesson_count', { count: 1 })).toBe('1 lesson')
  expect(english('site.lesson_count', { count: 12 })).toBe('12 lessons')
  expect(german('site.lesson_count', { count: 1 })).toBe('1 Lektion')
})

test('an organization may use its own words, also at the start of a sentence', () => {
  const school = createTranslate({
    locale: 'en',
    timeZone: 'UTC',
    terms: {
      course: { singular: 'programme', plural: 'programmes' },
      lesson: { singular: 'session', plural: 'sessions' },
    },
  })
  expect(school('app.catalogue')).toBe('Programmes')
  expect(school('site.lesson_count', { count: 2 })).toBe('2 sessions')
})

test('words in angle brackets can become elements', () => {
  expect(english.rich('app.impersonating', { admin: 'Io', person: 'Leto' })).toBe(
    'Io is acting as Leto. Everything is written down.',
  )
})

test('every message can be parsed and filled in both languages', async () => {
  for (const [translate, catalogue] of [
    [english, (await import('./en.ts')).default],
    [german, (await import('./de.ts')).default],
  ] as const)
    for (const [feature, messages] of Object.entries(catalogue))
      for (const [key, text] of Object.entries(messages)) {
        const names = [...text.matchAll(/\{(\w+)/g)].map((match) => match[1] ?? '')
        const tags = [...text.matchAll(/<(\w+)>/g)].map((match) => match[1] ?? '')
        const values = {
          ...Object.fromEntries(names.map((name) => [name, 1])),
          ...Object.fromEntries(tags.map((tag) => [tag, () => 'words'])),
        }
        expect(() => translate.rich(`${feature}.${key}` as never, values), `${feature}.${key}`).not.toThrow()
      }
})

test('a language nobody translated falls back to English', () => {
  expect(toLocale('de-AT')).toBe('de')
  expect(toLocale('fr')).toBe('en')
  expect(toLocale(null)).toBe('en')
})

test('languages written from the right are known', () => {
  expect(directionOf('ar-EG')).toBe('rtl')
  expect(directionOf('de')).toBe('ltr')
})
