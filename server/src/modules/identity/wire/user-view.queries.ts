import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type UserRow = {
  id: string
  email: string | null
  emailConfirmedAt: Date | null
  phone: string | null
  phoneConfirmedAt: Date | null
  confirmedAt: Date | null
  invitedAt: Date | null
  lastSignInAt: Date | null
  appMetaData: Record<string, unknown>
  userMetaData: Record<string, unknown>
  bannedUntil: Date | null
  deletedAt: Date | null
  isAnonymous: boolean
  createdAt: Date
  updatedAt: Date
  identities: Array<{
    id: string
    provider: string
    providerId: string
    identityData: Record<string, unknown>
    email: string | null
    lastSignInAt: string | null
    createdAt: string
    updatedAt: string
  }>
  factors: Array<{
    id: string
    friendlyName: string | null
    factorType: string
    status: string
    phone: string | null
    lastChallengedAt: string | null
    createdAt: string
    updatedAt: string
  }>
  /** Newest open links and codes. */
  sent: Array<{ type: string; sentAt: string; newAddress: string | null }>
}

/** People with everything the wire tells of them, in the order of the ids; also those who were deleted. */
export async function findUsers(db: Db, ids: readonly string[]): Promise<UserRow[]> {
  const { rows } = await sql<UserRow>`
    select u.id, u.email, u.email_confirmed_at, u.phone, u.phone_confirmed_at, u.confirmed_at, u.invited_at,
           u.last_sign_in_at, u.raw_app_meta_data as app_meta_data, u.raw_user_meta_data as user_meta_data,
           u.banned_until, u.deleted_at, u.is_anonymous, u.created_at, u.updated_at,
           coalesce((select jsonb_agg(jsonb_build_object('id', i.id, 'provider', i.provider, 'providerId', i.provider_id,
                      'identityData', i.identity_data, 'email', i.email, 'lastSignInAt', i.last_sign_in_at,
                      'createdAt', i.created_at, 'updatedAt', i.updated_at) order by i.created_at, i.id)
              from auth.identities i where i.user_id = u.id), '[]') as identities,
           coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'friendlyName', f.friendly_name,
                      'factorType', f.factor_type, 'status', f.status, 'phone', f.phone,
                      'lastChallengedAt', f.last_challenged_at, 'createdAt', f.created_at,
                      'updatedAt', f.updated_at) order by f.created_at, f.id)
              from auth.mfa_factors f where f.user_id = u.id), '[]') as factors,
           coalesce((select jsonb_agg(jsonb_build_object('type', t.token_type, 'sentAt', t.sent_at,
                      'newAddress', t.pending ->> 'newAddress') order by t.id)
              from auth.one_time_tokens t
             where t.user_id = u.id and t.sent_at is not null and t.expires_at > now()
               and (t.consumed_at is null or t.pending ? 'accepted')), '[]') as sent
      from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
      join auth.users u on u.id = wanted.id
     order by wanted.place`.execute(db)
  return rows
}
