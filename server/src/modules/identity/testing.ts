import { randomBytes } from 'node:crypto'
import { system } from '../../platform/actor.ts'
import { withTransaction } from '../../platform/ctx.ts'
import { hashToken, randomToken } from '../../platform/keys.ts'
import type { TestStoa } from '../../testing/test-stoa.ts'
import { joinOrganization } from './registration.ts'
import { foundOrganization } from './organizations.ts'
import { insertSession } from './sessions.queries.ts'

export type GivenOrganization = { id: string; slug: string }
export type GivenPerson = {
  userId: string
  email: string
  name: string
  token: string
  organizationId: string
}

const short = () => randomBytes(4).toString('hex')
const hours = (count: number) => new Date(Date.now() + count * 3600_000)

/** An organization with built-in roles and nobody in it. */
export async function givenOrganization(stoa: TestStoa, name = 'Test academy'): Promise<GivenOrganization> {
  const slug = `org-${short()}`
  const id = await withTransaction(
    stoa.app,
    { actor: system, organizationId: nowhere, requestId: 'given' },
    (ctx) => foundOrganization(ctx, { slug, name }, null),
  )
  return { id, slug }
}

const nowhere = '00000000-0000-0000-0000-000000000000'

/** A member with a role (owner, admin, mentor or student) who is signed in. */
export async function givenPerson(
  stoa: TestStoa,
  organization: GivenOrganization,
  role = 'student',
  name = 'Sam Sample',
): Promise<GivenPerson> {
  const email = `${short()}@people.test`
  const token = randomToken()
  const userId = await withTransaction(
    stoa.app,
    { actor: system, organizationId: organization.id, requestId: 'given' },
    async (ctx) => {
      const user = await ctx.db
        .insertInto('auth.users')
        .values({ email, name, emailConfirmedAt: new Date() })
        .returning('id')
        .executeTakeFirstOrThrow()
      await joinOrganization(ctx, user.id, role)
      await insertSession(ctx.db, {
        userId: user.id,
        organizationId: organization.id,
        tokenHash: hashToken(token),
        notAfter: hours(24),
        idleAfter: hours(24),
        ip: null,
        userAgent: 'test',
      })
      return user.id
    },
  )
  return { userId, email, name, token, organizationId: organization.id }
}
