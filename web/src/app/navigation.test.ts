import { expect, test } from 'vitest'
import type { Session } from '../lib/session.ts'
import { areasFor } from './navigation.ts'

const person: Session = {
  person: { id: '1', name: 'Io', email: 'io@example.com', avatarUrl: null },
  organizations: [],
  permissions: [],
  modules: ['learning', 'imports'],
  theme: 'system',
  impersonatedBy: null,
}
const places = (session: Session, environment: 'development' | 'production' = 'production') =>
  areasFor(session, { environment }).flatMap((area) => area.places.map((place) => place.to))

test('a learner sees only learning', () => {
  expect(places(person)).toEqual(['/learn', '/courses', '/learn/certificates'])
})

test('a teacher also sees the studio', () => {
  expect(places({ ...person, permissions: ['learning.courses.author'] })).toContain('/teach')
})

test('a module that is switched off takes its places away', () => {
  expect(places({ ...person, modules: [], permissions: ['learning.courses.author'] })).toEqual([])
})

test('the mail catcher is for developers', () => {
  const owner = { ...person, permissions: ['*'] }
  expect(places(owner)).not.toContain('/mail')
  expect(places(owner, 'development')).toContain('/mail')
})
