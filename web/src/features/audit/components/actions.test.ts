import '../../../lib/messages/all.server.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { actionName, entityName } from '../../../lib/action-name.ts'
import { createTranslate, type MessageKey } from '../../../lib/messages/index.ts'
import { actionsByModule } from './actions.ts'

const server = join(import.meta.dirname, '../../../../../server/src')
const known = Object.entries(actionsByModule).flatMap(([module, names]) =>
  names.map((name) => `${module}.${name}`),
)

/** Deeds named in the calls of a function, as the server's sources have them. */
const namedIn = (source: string, call: string) =>
  source
    .split(call)
    .slice(1)
    .map((after) => after.slice(0, 260).split(/entityType|;|\n {0,2}\}/)[0] ?? '')
    .flatMap((words) => [...words.matchAll(/'([a-z]+\.[a-z_]+)'/g)].map((match) => match[1] ?? ''))

/** Every deed the server writes into the log, also by functions that are told which one. */
function written(): string[] {
  const found = new Set<string>()
  for (const name of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || /\.test\.ts$|testing/.test(name)) continue
    const source = readFileSync(join(server, name), 'utf8')
    const calls = ['record(']
    for (const [, teller] of source.matchAll(/function (\w+)\([^)]*\baction: string/g))
      calls.push(`${teller}(`)
    for (const call of calls) for (const action of namedIn(source, call)) found.add(action)
  }
  return [...found].sort()
}

test('every deed the server writes down can be looked for', () => {
  const deeds = written()
  expect(deeds).toContain('identity.impersonation_begun')
  expect(deeds).toContain('identity.password_reset')
  expect(deeds.filter((action) => !known.includes(action))).toEqual([])
})

test.each(['en', 'de'] as const)('every deed has a name (%s)', (locale) => {
  const t = createTranslate({ locale, timeZone: 'UTC', terms: {} })
  const nameless = known.filter((action) => {
    const key = `audit.action_${action.replaceAll('.', '_')}` as MessageKey
    return t(key) === key || actionName(t, action) === ''
  })
  expect(nameless).toEqual([])
})

test.each(['en', 'de'] as const)('everything a deed can be about has a name (%s)', (locale) => {
  const t = createTranslate({ locale, timeZone: 'UTC', terms: {} })
  const types = new Set<string>()
  for (const name of readdirSync(server, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts') || /\.test\.ts$|testing/.test(name)) continue
    const source = readFileSync(join(server, name), 'utf8')
    for (const [, type] of source.matchAll(/entityType: '(\w+)'/g)) if (type) types.add(type)
  }
  expect([...types]).toContain('person')
  const nameless = [...types].filter((type) => {
    const key = `audit.entity_type_${type}` as MessageKey
    return t(key) === key || entityName(t, type) === ''
  })
  expect(nameless).toEqual([])
})
