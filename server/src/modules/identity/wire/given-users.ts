import { type Static, Type } from 'typebox'
import type { Ctx } from '../../../platform/ctx.ts'
import { goDuration } from '../../../platform/go-durations.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { checkedMetadata } from './bodies.ts'
import { checkedEmail, checkedPhone, refuseWeak } from './checks.ts'
import { ValidationFailed } from './errors.ts'

/** What a service may say of a person. */
export const UserBody = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 36 })),
  email: Type.Optional(Type.String({ maxLength: 320 })),
  phone: Type.Optional(Type.String({ maxLength: 30 })),
  password: Type.Optional(Type.String({ maxLength: 1024 })),
  password_hash: Type.Optional(Type.String({ maxLength: 1024 })),
  email_confirm: Type.Optional(Type.Boolean()),
  phone_confirm: Type.Optional(Type.Boolean()),
  user_metadata: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  app_metadata: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
  ban_duration: Type.Optional(Type.String({ maxLength: 100 })),
  role: Type.Optional(Type.String({ maxLength: 100 })),
})
export type GivenUser = Static<typeof UserBody>

/** What of it was checked and made ready; what was not given stays out. */
export type CheckedUser = {
  id: string | undefined
  email: string | undefined
  phone: string | undefined
  encryptedPassword: string | undefined
  bannedUntil: Date | null | undefined
}

/**
 * Checks what a service says of a person and hashes the password. Not inside a transaction.
 * @throws ValidationFailed, WeakPassword, PasswordTooLong
 */
export async function checked(ctx: Ctx, given: GivenUser): Promise<CheckedUser> {
  checkedMetadata(given.user_metadata)
  checkedMetadata(given.app_metadata)
  const email = given.email ? checkedEmail(given.email) : undefined
  return {
    id: given.id ? uuidOf(given.id) : undefined,
    email,
    phone: given.phone ? checkedPhone(given.phone) : undefined,
    encryptedPassword: await passwordOf(ctx, given, email),
    bannedUntil: given.ban_duration === undefined ? undefined : banEnd(ctx.now, given.ban_duration),
  }
}

async function passwordOf(ctx: Ctx, given: GivenUser, email = ''): Promise<string | undefined> {
  const { password, password_hash: hash } = given
  if (password && hash)
    throw ValidationFailed({ reason: 'Only a password or a password hash should be provided' })
  if (password) {
    refuseWeak(ctx.app, password, [email, email.split('@')[0] ?? ''])
    return hashPassword(password)
  }
  if (!hash) return undefined
  if (!isUsableHash(hash))
    throw ValidationFailed({ reason: 'Invalid password hash: only argon2 and bcrypt are supported' })
  return hash
}

// What would keep a processor busy for minutes at each sign-in is no hash for us.
const mostMemory = 1024 * 1024
const mostPasses = 20

function isUsableHash(hash: string): boolean {
  if (/^\$2[aby]\$(?:0[4-9]|1[0-6])\$[./A-Za-z0-9]{53}$/.test(hash)) return true
  const form =
    /^\$argon2(?:id|i|d)\$v=19\$m=(\d{1,9}),t=(\d{1,4}),p=\d{1,3}\$[A-Za-z0-9+/]{11,}\$[A-Za-z0-9+/]{16,}$/
  const [, memory, passes] = form.exec(hash) ?? []
  return memory !== undefined && Number(memory) <= mostMemory && Number(passes) <= mostPasses
}

/** When a ban ends; null lifts it. */
function banEnd(now: Date, duration: string): Date | null {
  if (duration === 'none') return null
  const milliseconds = goDuration(duration)
  if (milliseconds === null)
    throw ValidationFailed({ reason: 'Invalid format for ban duration: write it as 24h, or none' })
  return milliseconds === 0 ? null : new Date(now.getTime() + milliseconds)
}

function uuidOf(text: string): string {
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text))
    throw ValidationFailed({ reason: 'ID must conform to the uuid v4 format' })
  return text.toLowerCase()
}
