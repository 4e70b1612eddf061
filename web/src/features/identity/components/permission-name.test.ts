import '../../../lib/messages/all.server.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTranslate } from '../../../lib/messages/index.ts'
import { permissionName } from './permission-name.ts'

const source = readFileSync(
  join(import.meta.dirname, '../../../../../server/src/modules/identity/permissions.ts'),
  'utf8',
)
const permissions = [...source.matchAll(/'([a-z]+(?:\.[a-z]+)+)',/g)].map((match) => match[1] ?? '')

test.each(['en', 'de'] as const)('every permission has a name (%s)', (locale) => {
  const t = createTranslate({ locale, timeZone: 'UTC', terms: {} })
  expect(permissions).toContain('identity.people.impersonate')
  expect(permissions.filter((permission) => permissionName(t, permission) === permission)).toEqual([])
})
