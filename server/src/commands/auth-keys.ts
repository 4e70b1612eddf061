import { record } from '../modules/audit/index.ts'
import { rotateSigningKeys, signServiceToken } from '../modules/identity/index.ts'
import { system } from '../platform/actor.ts'
import { createCtx, noOrganization, withTransaction } from '../platform/ctx.ts'
import { organizationId, withStoa } from './with-stoa.ts'

const seedOf = (id: string, requestId: string) => ({ actor: system, organizationId: id, requestId })

/** Prints the keys an app and its server use with Supabase's client libraries. They are stored nowhere. */
export async function authKeys(options: { organization?: string; json?: boolean }): Promise<void> {
  const made = await withStoa(async (stoa) => {
    const id = options.organization ? await organizationId(stoa, options.organization) : noOrganization
    const keys = {
      anon: await signServiceToken(stoa.app, 'anon', id),
      serviceRole: await signServiceToken(stoa.app, 'service_role', id),
    }
    await withTransaction(stoa.app, seedOf(id, 'stoa-auth-keys'), (ctx) =>
      record(ctx, 'identity.service_keys_made', { entityType: 'organization', entityId: id }),
    )
    return { url: `${stoa.app.config.url}/auth/v1`, organization: options.organization ?? null, ...keys }
  })
  if (options.json) return console.log(JSON.stringify({ ok: true, ...made }))
  console.log(`For ${made.url}${made.organization ? `, organization ${made.organization}` : ''}\n`)
  console.log(`anon, for apps; it may be public:\n${made.anon}\n`)
  console.log(`service_role, for your own servers; whoever has it administers people:\n${made.serviceRole}`)
}

/** Lets new keys of our own sign. */
export async function rotateKeys(options: { json?: boolean }): Promise<void> {
  const configured = await withStoa(async (stoa) => {
    await rotateSigningKeys(createCtx(stoa.app, seedOf(noOrganization, 'stoa-auth-rotate-keys')))
    const { jwtKeys, jwtSecret } = stoa.app.config.auth
    return jwtKeys ? 'STOA_AUTH_JWT_KEYS' : jwtSecret ? 'STOA_AUTH_JWT_SECRET' : null
  })
  if (options.json) return console.log(JSON.stringify({ ok: true, signsByConfiguration: configured }))
  console.log('New keys sign from now on, in a running Stoa within a minute.')
  console.log('What the keys before signed works until the next rotation; the keys before those are void.')
  if (configured)
    console.log(`Access tokens are signed with the key of ${configured}, which only you can change.`)
}
