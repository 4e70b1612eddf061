import { randomBytes } from 'node:crypto'
import { system } from '../../platform/actor.ts'
import { withTransaction } from '../../platform/ctx.ts'
import { hashToken, randomToken } from '../../platform/keys.ts'
import type { TestStoa } from '../../testing/test-stoa.ts'
import { registerPerson } from './joining/registration.ts'
import { foundOrganization } from './organizations/organizations.ts'
import { insertSession } from './sessions/sessions.queries.ts'

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

/** A member with a role (owner, admin, mentor or student) who is signed in; without a password unless one is given. */
export async function givenPerson(
  stoa: TestStoa,
  organization: GivenOrganization,
  role = 'student',
  name = 'Sam Sample',
  password: string | null = null,
): Promise<GivenPerson> {
  const email = `${short()}@people.test`
  const token = randomToken()
  const userId = await withTransaction(
    stoa.app,
    { actor: system, organizationId: organization.id, requestId: 'given' },
    async (ctx) => {
      const id = await registerPerson(ctx, { email, name, password, role })
      await insertSession(ctx.db, {
        userId: id,
        organizationId: organization.id,
        tokenHash: hashToken(token),
        notAfter: hours(24),
        idleAfter: hours(24),
        ip: null,
        userAgent: 'test',
      })
      return id
    },
  )
  return { userId, email, name, token, organizationId: organization.id }
}

/** The newest mail to an address, after everything that waits was carried. */
export async function mailTo(
  stoa: TestStoa,
  email: string,
): Promise<{ subject: string; text: string; html: string }> {
  await stoa.settle()
  const [mail] = await stoa.sql<{ subject: string; body_text: string; body_html: string }>(
    'select subject, body_text, body_html from platform.caught_mails where recipient = $1 order by id desc limit 1',
    [email],
  )
  if (!mail) throw new Error(`There is no mail to ${email}.`)
  return { subject: mail.subject, text: mail.body_text, html: mail.body_html }
}

/** The newest text message to a phone number, after everything that waits was carried. */
export async function textTo(stoa: TestStoa, phone: string): Promise<string> {
  await stoa.settle()
  const [message] = await stoa.sql<{ body: string }>(
    'select body from platform.caught_text_messages where recipient = $1 order by id desc limit 1',
    [phone],
  )
  if (!message) throw new Error(`There is no text message to ${phone}.`)
  return message.body
}

/** The secret of the link in the newest mail to an address. */
export async function tokenMailedTo(stoa: TestStoa, email: string): Promise<string> {
  const token = /[?&]token=([A-Za-z0-9_-]+)/.exec((await mailTo(stoa, email)).text)?.[1]
  if (!token) throw new Error(`The newest mail to ${email} has no link.`)
  return token
}
