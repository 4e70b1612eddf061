import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import type { Device } from './devices.ts'

export async function insertSession(
  db: Db,
  session: {
    userId: string
    organizationId: string | null
    /** Null for the session of an app, which lives by refresh tokens. */
    tokenHash: Buffer | null
    notAfter: Date
    idleAfter: Date
    ip: string | null
    country?: string | null
    userAgent: string | null
    aal?: 'aal1' | 'aal2'
    ssoProviderId?: string | null
    isBound?: boolean
    oauthClientId?: string | null
    impersonatedBy?: string | null
    impersonationReason?: string | null
    impersonatedFrom?: string | null
    authenticatedAt?: Date
  },
): Promise<string> {
  const row = await db.insertInto('auth.sessions').values(session).returning('id').executeTakeFirstOrThrow()
  return row.id
}

/** Notes how the person of a session proved who they are; a proof that is repeated is as old as its repetition. */
export async function noteProofs(db: Db, sessionId: string, methods: readonly string[]): Promise<void> {
  await sql`
    insert into auth.mfa_amr_claims (session_id, authentication_method)
    select ${sessionId}, method from unnest(${methods}::text[]) method
    on conflict (session_id, authentication_method) do update set updated_at = now()`.execute(db)
}

/**
 * Raises a session after a further proof, and gives it a new token when it has one: whoever knew the old one
 * does not rise along. False when the session ended meanwhile.
 */
export async function raiseSession(
  db: Db,
  sessionId: string,
  raise: { aal: 'aal1' | 'aal2'; factorId: string | null; tokenHash: Buffer | null },
): Promise<boolean> {
  const { rows } = await sql`
    update auth.sessions
       set aal = greatest(aal, ${raise.aal}::text), factor_id = coalesce(${raise.factorId}::uuid, factor_id),
           token_hash = case when token_hash is null then null else coalesce(${raise.tokenHash}::bytea, token_hash) end,
           authenticated_at = now(), updated_at = now()
     where id = ${sessionId} and not_after > now() returning id`.execute(db)
  return rows.length === 1
}

/** Who comes in: the person, held until the end of the transaction, and the rules of the place they come to. */
export type Entrant = {
  id: string
  name: string
  email: string | null
  phone: string | null
  isBanned: boolean
}

export async function holdEntrant(db: Db, userId: string): Promise<Entrant | null> {
  const { rows } = await sql<Entrant>`
    select id, name, email, phone, coalesce(banned_until > now(), false) as is_banned
      from auth.users where id = ${userId} and deleted_at is null for no key update`.execute(db)
  return rows[0] ?? null
}

/** Whether a person came in from a device before; notes it either way. */
export async function meetDevice(
  db: Db,
  userId: string,
  deviceHash: Buffer,
  ip: string | null,
): Promise<'first' | 'new' | 'known'> {
  const { rows } = await sql<{ isNew: boolean; hadAny: boolean }>`
    with before as (select exists (select 1 from auth.known_devices where user_id = ${userId}) as had_any)
    insert into auth.known_devices (user_id, device_hash, last_ip) values (${userId}, ${deviceHash}, ${ip}::inet)
    on conflict (user_id, device_hash) do update set last_seen_at = now(), last_ip = excluded.last_ip
    returning (xmax = 0) as is_new, (select had_any from before) as had_any`.execute(db)
  const row = rows[0]
  if (!row?.isNew) return 'known'
  return row.hadAny ? 'new' : 'first'
}

export type SignInCandidate = {
  userId: string | null
  name: string
  email: string
  /** The hash to check against: the person's own, or that of a sign-up that waits to be confirmed. */
  encryptedPassword: string | null
  confirmed: boolean
  /** Kept out of the whole installation. */
  banned: boolean
}

/** Who might be meant by an address, with the one hash to check. One statement, whether they exist or not. */
export async function findCandidate(db: Db, email: string): Promise<SignInCandidate> {
  const { rows } = await sql<SignInCandidate>`
    select u.id as user_id, coalesce(u.name, '') as name, ${email}::text as email,
           coalesce(u.confirmed, false) as confirmed,
           coalesce(u.banned_until > now(), false) as banned,
           case when u.confirmed then u.encrypted_password
                else coalesce(t.pending ->> 'encryptedPassword', u.encrypted_password) end as encrypted_password
      from (select 1) one
      left join lateral (
        select p.id, p.name, p.banned_until, p.encrypted_password, true as confirmed
          from auth.user_emails e join auth.users p on p.id = e.user_id and p.deleted_at is null
         where lower(e.email) = ${email} and e.is_verified
        union all
        select id, name, banned_until, encrypted_password, email_confirmed_at is not null from auth.users
         where lower(email) = ${email} and deleted_at is null
         order by confirmed desc limit 1
      ) u on true
      left join lateral (
        select pending from auth.one_time_tokens
         where relates_to = ${email} and token_type = 'confirmation_token' and consumed_at is null and expires_at > now()
         order by id desc limit 1
      ) t on true`.execute(db)
  return rows[0]!
}

export type Doorstep = {
  organizationId: string
  slug: string
  name: string
  status: 'active' | 'inactive' | 'banned'
  /** Why they are kept out. */
  reason: string | null
  isHere: boolean
}

/** Organizations a person belongs to and how they stand there; the one they knock at first, then the last seen. */
export async function findDoorsteps(db: Db, userId: string, here: string): Promise<Doorstep[]> {
  const { rows } = await sql<Doorstep>`
    select m.organization_id, o.slug, o.name, m.organization_id = ${here} as is_here, b.reason,
           case when b.id is not null then 'banned' when m.status = 'active' then 'active' else 'inactive' end as status
      from auth.memberships m
      join auth.organizations o on o.id = m.organization_id
      left join auth.bans b on b.organization_id = m.organization_id and b.user_id = m.user_id
       and b.lifted_at is null and (b.banned_until is null or b.banned_until > now())
     where m.user_id = ${userId}
     order by is_here desc, m.last_seen_at desc nulls last, m.id limit 100`.execute(db)
  return rows
}

/** Holds a person whose password is still the one that was checked; false when it was changed meanwhile. */
export async function holdWithPassword(
  db: Db,
  userId: string,
  encryptedPassword: string | null,
): Promise<boolean> {
  const { rows } = await sql`
    select id from auth.users
     where id = ${userId} and encrypted_password = ${encryptedPassword} for no key update`.execute(db)
  return rows.length === 1
}

/** Puts a better hash of the same password in place of the one that was checked; the caller holds the person. */
export async function upgradePassword(db: Db, userId: string, before: string, next: string): Promise<void> {
  await sql`
    update auth.users set encrypted_password = ${next}
     where id = ${userId} and encrypted_password = ${before}`.execute(db)
}

export async function noteSignIn(db: Db, userId: string, organizationId: string | null): Promise<void> {
  await sql`
    with seen as (
      update auth.memberships set last_seen_at = now()
       where organization_id = ${organizationId}::uuid and user_id = ${userId}
    )
    update auth.users set last_sign_in_at = now() where id = ${userId}`.execute(db)
}

export async function insertTry(
  db: Db,
  attempt: {
    userId: string | null
    organizationId: string | null
    ipAddress: string | null
    country: string | null
    userAgent: string | null
    success: boolean
    failureReason: string | null
    method: string
    sessionId: string | null
    isNewDevice: boolean
    deviceInfo: Device
  },
): Promise<void> {
  await db
    .insertInto('auth.loginHistory')
    .values({ ...attempt, deviceInfo: JSON.stringify(attempt.deviceInfo) })
    .execute()
}

export type SessionRow = {
  id: string
  ip: string | null
  country: string | null
  userAgent: string | null
  organizationName: string | null
  lastUsedAt: Date
  createdAt: Date
  notAfter: Date
  isImpersonation: boolean
}

/** Where a person is signed in, newest first. */
export async function findOfPerson(
  db: Db,
  userId: string,
  before: string | null,
  limit: number,
): Promise<SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, host(s.ip) as ip, s.country, s.user_agent, o.name as organization_name, s.refreshed_at as last_used_at,
           s.created_at, s.not_after, s.impersonated_by is not null as is_impersonation
      from auth.sessions s left join auth.organizations o on o.id = s.organization_id
     where s.user_id = ${userId} and s.not_after > now() and s.idle_after > now()
       and (${before}::uuid is null or s.id < ${before}::uuid)
     order by s.id desc limit ${limit}`.execute(db)
  return rows
}

/** Ends one sign-in of a person; false when it is not theirs or has ended. */
export async function deleteSession(db: Db, userId: string, sessionId: string): Promise<boolean> {
  const { rows } = await sql`
    delete from auth.sessions where id = ${sessionId} and user_id = ${userId} returning id`.execute(db)
  return rows.length === 1
}

/** Ends the sign-in a browser had before it got another one. */
export async function deleteReplaced(db: Db, tokenHash: Buffer): Promise<void> {
  await sql`delete from auth.sessions where token_hash = ${tokenHash}`.execute(db)
}

/** Ends the sign-in of a person that has a token. */
export async function deleteByToken(db: Db, userId: string, tokenHash: Buffer): Promise<void> {
  await sql`delete from auth.sessions where token_hash = ${tokenHash} and user_id = ${userId}`.execute(db)
}

/**
 * Ends a person's sign-ins, except one.
 * @returns how many
 */
export async function deleteSessions(db: Db, userId: string, except: string | null): Promise<number> {
  const { rows } = await sql`
    delete from auth.sessions where user_id = ${userId} and (${except}::uuid is null or id <> ${except}::uuid)
    returning id`.execute(db)
  return rows.length
}

/** Ends the sign-ins by which a person looks at one organization, as themselves or in somebody's name. */
export async function deleteSessionsAt(db: Db, organizationId: string, userId: string): Promise<number> {
  const { rows } = await sql`
    delete from auth.sessions
     where (user_id = ${userId} or impersonated_by = ${userId}) and organization_id = ${organizationId} returning id`.execute(
    db,
  )
  return rows.length
}

/** Ends the sign-ins of a person that are good for one organization only. */
export async function deleteBoundSessionsAt(db: Db, organizationId: string, userId: string): Promise<void> {
  await sql`
    delete from auth.sessions
     where user_id = ${userId} and organization_id = ${organizationId}
       and (token_hash is null or is_bound or sso_provider_id is not null)`.execute(db)
}

/**
 * Makes a session look at another organization of the person; null when they do not belong there, or when the session
 * is good for one organization only.
 */
export async function switchOrganization(
  db: Db,
  sessionId: string,
  userId: string,
  slug: string,
): Promise<{ id: string; slug: string; name: string } | null> {
  const { rows } = await sql<{ id: string; slug: string; name: string }>`
    with target as (
      select o.id, o.slug, o.name from auth.organizations o
        join auth.memberships m on m.organization_id = o.id and m.user_id = ${userId} and m.status = 'active'
       where o.slug = ${slug}
         and not exists (select 1 from auth.bans b where b.organization_id = o.id and b.user_id = ${userId}
                          and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))
    )
    update auth.sessions s set organization_id = target.id, updated_at = now() from target
     where s.id = ${sessionId} and s.user_id = ${userId} and s.token_hash is not null
       and not s.is_bound and s.sso_provider_id is null and s.impersonated_by is null
    returning target.id, target.slug, target.name`.execute(db)
  return rows[0] ?? null
}
