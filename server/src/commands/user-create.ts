import { text } from 'node:stream/consumers'
import { createUser } from '../modules/identity/index.ts'
import { system } from '../platform/actor.ts'
import { withTransaction } from '../platform/ctx.ts'
import { PasswordMissing } from './errors.ts'
import { organizationId, withStoa } from './with-stoa.ts'

type Options = { email: string; name: string; organization: string; role: string; json?: boolean }

/** Makes a person with a proven address; the password comes in by standard input, never as an argument. */
export async function userCreate(options: Options): Promise<void> {
  const password = process.stdin.isTTY ? '' : (await text(process.stdin)).replace(/\r?\n$/, '')
  if (!password) throw PasswordMissing()
  const person = await withStoa(async (stoa) => {
    const id = await organizationId(stoa, options.organization)
    const seed = { actor: system, organizationId: id, requestId: 'stoa-user-create' }
    return withTransaction(stoa.app, seed, (ctx) =>
      createUser(ctx, { email: options.email, name: options.name, password, role: options.role }),
    )
  })
  if (options.json) console.log(JSON.stringify({ ok: true, userId: person.userId, email: options.email }))
  else console.log(`${options.name} <${options.email}> can now sign in as ${options.role}.`)
}
