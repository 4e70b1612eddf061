import type { Ctx } from '../../../platform/ctx.ts'
import { NoSuchUser } from './errors.ts'
import { findUsers, type UserRow } from './user-view.queries.ts'

type Json = Record<string, unknown>

/** A person as Supabase's auth server shows them. Times are RFC 3339; what is not known is left out. */
export type UserView = Json & { id: string }

/**
 * One person.
 * @throws NoSuchUser
 */
export async function userView(ctx: Pick<Ctx, 'app' | 'db'>, userId: string): Promise<UserView> {
  const [view] = await userViews(ctx, [userId])
  if (!view) throw NoSuchUser()
  return view
}

/** Several people, in the order of the ids; ids nobody has are left out. */
export async function userViews(ctx: Pick<Ctx, 'app' | 'db'>, ids: readonly string[]): Promise<UserView[]> {
  if (ids.length === 0) return []
  const rows = await findUsers(ctx.db, ids)
  return rows.map((row) => viewOf(row, ctx.app.config.auth.jwtAudience))
}

function viewOf(row: UserRow, audience: string): UserView {
  const providers = [...new Set(row.identities.map((identity) => identity.provider))]
  const sent = new Map(row.sent.map((one) => [one.type, one]))
  const emailChange = sent.get('email_change_token_new') ?? sent.get('email_change_token_current')
  const phoneChange = sent.get('phone_change_token')
  return withoutEmpty({
    id: row.id,
    aud: audience,
    role: 'authenticated',
    email: row.email ?? '',
    email_confirmed_at: time(row.emailConfirmedAt),
    invited_at: time(row.invitedAt),
    phone: row.phone ?? '',
    phone_confirmed_at: time(row.phoneConfirmedAt),
    confirmation_sent_at: time(sent.get('confirmation_token')?.sentAt),
    confirmed_at: time(row.confirmedAt),
    recovery_sent_at: time(sent.get('recovery_token')?.sentAt ?? sent.get('magiclink_token')?.sentAt),
    new_email: emailChange?.newAddress,
    email_change_sent_at: time(emailChange?.sentAt),
    new_phone: phoneChange?.newAddress,
    phone_change_sent_at: time(phoneChange?.sentAt),
    reauthentication_sent_at: time(sent.get('reauthentication_token')?.sentAt),
    last_sign_in_at: time(row.lastSignInAt),
    app_metadata: {
      ...(providers.length > 0 ? { provider: providers[0], providers } : {}),
      ...row.appMetaData,
    },
    user_metadata: row.userMetaData,
    identities: row.identities.map((identity) => identityView(row.id, identity)),
    factors: row.factors.length > 0 ? row.factors.map(factorView) : null,
    created_at: time(row.createdAt),
    updated_at: time(row.updatedAt),
    banned_until: time(row.bannedUntil),
    deleted_at: time(row.deletedAt),
    is_anonymous: row.isAnonymous,
  }) as UserView
}

/** One of the ways a person proves who they are. */
const identityView = (userId: string, identity: UserRow['identities'][number]): Json =>
  withoutEmpty({
    identity_id: identity.id,
    id: identity.providerId,
    user_id: userId,
    identity_data: identity.identityData,
    provider: identity.provider,
    last_sign_in_at: time(identity.lastSignInAt),
    created_at: time(identity.createdAt),
    updated_at: time(identity.updatedAt),
    email: identity.email,
  })

/** A second factor; never its secret. */
export const factorView = (factor: UserRow['factors'][number]): Json =>
  withoutEmpty({
    id: factor.id,
    created_at: time(factor.createdAt),
    updated_at: time(factor.updatedAt),
    status: factor.status,
    friendly_name: factor.friendlyName,
    factor_type: factor.factorType,
    phone: factor.phone,
    last_challenged_at: time(factor.lastChallengedAt),
  })

const time = (moment: Date | string | null | undefined): string | null =>
  moment ? new Date(moment).toISOString() : null

const withoutEmpty = (view: Json): Json =>
  Object.fromEntries(Object.entries(view).filter(([, value]) => value !== null && value !== undefined))
