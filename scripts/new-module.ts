import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes a module in the house shape: `npm run new-module -- community post`. */
const root = join(import.meta.dirname, '..')
const [name, noun] = process.argv.slice(2)
const word = /^[a-z][a-z0-9]*$/
if (!name || !noun || !word.test(name) || !word.test(noun)) {
  console.error(
    'Name the module and its first noun in the singular, lower case: npm run new-module -- community post',
  )
  process.exit(2)
}
const folder = join(root, 'server/src/modules', name)
if (existsSync(folder)) {
  console.error(`There is a module ${name} already.`)
  process.exit(1)
}

const Noun = noun[0]!.toUpperCase() + noun.slice(1)
const nouns = `${noun}s`
const files: Record<string, string> = {
  'README.md': `# ${name}

What it is for, in one sentence.

- **${noun}**: what it is.

Must hold: what is always true.

Start at \`${nouns}.ts\`.
`,
  'index.ts': `export { visible${Noun} } from './${nouns}.ts'
`,
  'errors.ts': `import { defineError } from '../../platform/errors.ts'

export const ${Noun}Taken = defineError('${name}.${noun}_taken', 409, 'There is a ${noun} with this name already. Choose another name.')
`,
  'events.ts': `import { Type } from 'typebox'
import { defineEvent } from '../../platform/events/events.ts'
import { Id } from '../../platform/http/schemas.ts'

export const ${noun}Added = defineEvent('${name}.${noun}_added', Type.Object({ ${noun}Id: Id }))
`,
  [`${nouns}.queries.ts`]: `import type { Db } from '../../platform/db/database.ts'

export type ${Noun} = { id: string; name: string }

export async function insert${Noun}(db: Db, organizationId: string, name: string): Promise<${Noun} | null> {
  const row = await db
    .insertInto('${name}.${nouns}')
    .values({ organizationId, name })
    .onConflict((conflict) => conflict.columns(['organizationId', 'name']).doNothing())
    .returning(['id', 'name'])
    .executeTakeFirst()
  return row ?? null
}

export async function findById(db: Db, organizationId: string, id: string): Promise<${Noun} | null> {
  const row = await db
    .selectFrom('${name}.${nouns}')
    .select(['id', 'name'])
    .where('organizationId', '=', organizationId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ?? null
}
`,
  [`${nouns}.ts`]: `import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import { record } from '../audit/index.ts'
import { ${Noun}Taken } from './errors.ts'
import { ${noun}Added } from './events.ts'
import { findById, insert${Noun}, type ${Noun} } from './${nouns}.queries.ts'

/** The ${noun} if the caller may see it. */
export async function visible${Noun}(ctx: Ctx, id: string): Promise<${Noun}> {
  const ${noun} = await findById(ctx.db, ctx.organizationId, id)
  if (!${noun}) throw NotFound()
  return ${noun}
}

/** Adds a ${noun}. */
export async function add${Noun}(ctx: Ctx, name: string): Promise<${Noun}> {
  const ${noun} = await insert${Noun}(ctx.db, ctx.organizationId, name)
  if (!${noun}) throw ${Noun}Taken()
  await record(ctx, '${name}.${noun}_added', { entityType: '${noun}', entityId: ${noun}.id, after: { name } })
  await announce(ctx, ${noun}Added, { ${noun}Id: ${noun}.id })
  return ${noun}
}
`,
  [`${nouns}.schemas.ts`]: `import { Type } from 'typebox'
import { Id } from '../../platform/http/schemas.ts'

export const ${Noun}View = Type.Object({ id: Id, name: Type.String() })
export const ${Noun}Params = Type.Object({ ${noun}Id: Id })
export const ${Noun}Body = Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false })
`,
  [`${nouns}.routes.ts`]: `import { holds } from '../../platform/actor.ts'
import { route } from '../../platform/http/route.ts'
import { ${Noun}Taken } from './errors.ts'
import { add${Noun}, visible${Noun} } from './${nouns}.ts'
import { ${Noun}Body, ${Noun}Params, ${Noun}View } from './${nouns}.schemas.ts'

export const ${noun}Routes = [
  route({
    method: 'POST',
    path: '/${nouns}',
    summary: 'Add a ${noun}',
    body: ${Noun}Body,
    status: 201,
    response: ${Noun}View,
    errors: [${Noun}Taken],
    allow: holds('${name}.${nouns}.manage'),
    handle: (ctx, _thing, { body }) => add${Noun}(ctx, body.name),
  }),
  route({
    method: 'GET',
    path: '/${nouns}/:${noun}Id',
    summary: 'One ${noun}',
    params: ${Noun}Params,
    response: ${Noun}View,
    load: (ctx, { params }) => visible${Noun}(ctx, params.${noun}Id),
    allow: holds('${name}.${nouns}.manage'),
    handle: async (_ctx, ${noun}) => ${noun},
  }),
]
`,
  'module.ts': `import { defineModule } from '../../platform/module.ts'
import { ${noun}Routes } from './${nouns}.routes.ts'

export const ${name} = defineModule({ name: '${name}', routes: [...${noun}Routes] })
`,
  [`${nouns}.test.ts`]: `import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestStoa, testStoa } from '../../testing/test-stoa.ts'
import { givenOrganization, givenPerson } from '../identity/testing.ts'

let stoa: TestStoa
beforeAll(async () => {
  stoa = await testStoa()
})
afterAll(() => stoa.close())

test('twenty people add the same ${noun} at once: one succeeds', async () => {
  const organization = await givenOrganization(stoa)
  const owner = await givenPerson(stoa, organization, 'owner')
  const answers = await Promise.all(Array.from({ length: 20 }, () => stoa.as(owner).post('/${name}/${nouns}', { name: 'First' })))
  expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1)
  expect(answers.filter((answer) => answer.body.code === '${name}.${noun}_taken')).toHaveLength(19)
})
`,
}

mkdirSync(folder, { recursive: true })
for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content)

const migrations = join(root, 'db/migrations')
const last = Math.max(...readdirSync(migrations).map((file) => Number(file.match(/\d{10}/)?.[0] ?? 0)))
const today = Number(`${new Date().toISOString().slice(0, 10).replaceAll('-', '')}01`)
const migration = `${name}-${Math.max(last + 1, today)}-${nouns}.sql`
writeFileSync(
  join(migrations, migration),
  `create schema ${name};
comment on schema ${name} is 'What it holds.';

create table ${name}.${nouns} (
  organization_id uuid not null references auth.organizations on delete cascade,
  id uuid not null default uuidv7(),
  name text not null,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  unique (organization_id, name)
);
comment on table ${name}.${nouns} is 'What a row is.';

grant usage on schema ${name} to stoa_app;
grant select, insert, update, delete on ${name}.${nouns} to stoa_app;
`,
)
const list = join(root, 'server/src/modules.ts')
const text = readFileSync(list, 'utf8')
writeFileSync(
  list,
  text
    .replace(
      /(import .* from '\.\/modules\/\w+\/module\.ts'\n)(?!import .*\/modules\/)/,
      `$1import { ${name} } from './modules/${name}/module.ts'\n`,
    )
    .replace(/\]\s*$/, `, ${name}]\n`)
    .replace(/,\s*,/, ','),
)
console.log(`Made server/src/modules/${name} and db/migrations/${migration}.
Next: move ${name} to its place in server/src/modules.ts, add it and its permissions to identity/permissions.ts, run \`npm run gen\` and \`npm test\`.`)
