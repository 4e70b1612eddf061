import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** A member of the organization as its service acts on them. */
export type MemberHere = {
  id: string
  membershipId: string
  name: string
  email: string | null
  phone: string | null
  emailConfirmed: boolean
  phoneConfirmed: boolean
  isAnonymous: boolean
  /** Belongs to another organization, too: then they are not this one's to change. */
  belongsElsewhere: boolean
  appMetaData: Record<string, unknown>
  userMetaData: Record<string, unknown>
}

/** Somebody who belongs to the organization, held until the end of the transaction. */
export async function holdMember(db: Db, organizationId: string, userId: string): Promise<MemberHere | null> {
  const { rows } = await sql<MemberHere>`
    select u.id, m.id as membership_id, u.name, u.email, u.phone, u.email_confirmed_at is not null as email_confirmed,
           u.phone_confirmed_at is not null as phone_confirmed, u.is_anonymous,
           u.raw_app_meta_data as app_meta_data, u.raw_user_meta_data as user_meta_data,
           exists (select 1 from auth.memberships o
                    where o.user_id = u.id and o.organization_id <> m.organization_id) as belongs_elsewhere
      from auth.memberships m join auth.users u on u.id = m.user_id
     where m.organization_id = ${organizationId} and m.user_id = ${userId} and u.deleted_at is null
       for no key update of u`.execute(db)
  return rows[0] ?? null
}

export async function isMember(db: Db, organizationId: string, userId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.memberships m join auth.users u on u.id = m.user_id
     where m.organization_id = ${organizationId} and m.user_id = ${userId} and u.deleted_at is null`.execute(
    db,
  )
  return rows.length === 1
}

/**
 * Ids of the people of an organization, who came last first. Skips over the index of memberships: pages by number
 * are what the protocol asks for.
 */
export async function findIdsAt(
  db: Db,
  organizationId: string,
  page: { skip: number; limit: number },
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id from auth.memberships where organization_id = ${organizationId}
     order by id desc limit ${page.limit} offset ${page.skip}`.execute(db)
  return rows.map((row) => row.userId)
}

/** As many people are counted one by one; of more, the planner's estimate is told. */
const countedAtMost = 10_000

/** How many people an organization has; exact up to ten thousand. */
export async function countPeople(db: Db, organizationId: string): Promise<number> {
  const { rows } = await sql<{ counted: number }>`
    select count(*)::int as counted from (
      select 1 from auth.memberships where organization_id = ${organizationId} limit ${countedAtMost + 1}) few`.execute(
    db,
  )
  const counted = rows[0]?.counted ?? 0
  return counted <= countedAtMost ? counted : estimatePeople(db, organizationId)
}

async function estimatePeople(db: Db, organizationId: string): Promise<number> {
  const { rows } = await sql<{ 'QUERY PLAN': Array<{ Plan: { 'Plan Rows': number } }> }>`
    explain (format json) select 1 from auth.memberships where organization_id = ${organizationId}`.execute(
    db,
  )
  const plan = Object.values(rows[0] ?? {})[0]?.[0]?.Plan as Record<string, number> | undefined
  return Math.max(countedAtMost + 1, plan?.['Plan Rows'] ?? plan?.planRows ?? 0)
}

/** When the ban of each of these people at the organization ends; null for good. Who is not banned is left out. */
export async function findBansOf(
  db: Db,
  organizationId: string,
  userIds: readonly string[],
): Promise<Map<string, Date | null>> {
  const { rows } = await sql<{ userId: string; bannedUntil: Date | null }>`
    select user_id, banned_until from auth.bans
     where organization_id = ${organizationId} and user_id = any(${userIds}::uuid[]) and lifted_at is null
       and (banned_until is null or banned_until > now())`.execute(db)
  return new Map(rows.map((row) => [row.userId, row.bannedUntil]))
}

/** Whether somebody proved an address as one of their others. */
export async function isProvenAddress(db: Db, email: string, exceptUserId: string | null): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.user_emails
     where lower(email) = ${email} and is_verified and user_id is distinct from ${exceptUserId}::uuid limit 1`.execute(
    db,
  )
  return rows.length === 1
}

export type NewUser = {
  id: string | null
  email: string | null
  phone: string | null
  name: string
  encryptedPassword: string | null
  emailConfirmed: boolean
  phoneConfirmed: boolean
  isInvited: boolean
  appMetaData: Record<string, unknown>
  userMetaData: Record<string, unknown>
}

/** Makes a person; a violated unique index says what is taken. */
export async function insertUser(db: Db, user: NewUser): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with person as (
      insert into auth.users (id, email, phone, name, encrypted_password, password_changed_at, email_confirmed_at,
                              phone_confirmed_at, invited_at, raw_app_meta_data, raw_user_meta_data)
      values (coalesce(${user.id}::uuid, uuidv7()), ${user.email}, ${user.phone}, ${user.name}, ${user.encryptedPassword},
              case when ${user.encryptedPassword}::text is not null then now() end,
              case when ${user.emailConfirmed} then now() end, case when ${user.phoneConfirmed} then now() end,
              case when ${user.isInvited} then now() end,
              ${JSON.stringify(user.appMetaData)}::jsonb, ${JSON.stringify(user.userMetaData)}::jsonb)
      returning id
    ), address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      select id, ${user.email}, 'primary', true, true, now() from person where ${user.emailConfirmed}::boolean
    ), identity as (
      insert into auth.identities (user_id, provider, provider_id, identity_data)
      select id, way.provider, id::text,
             jsonb_build_object('sub', id::text, way.provider, way.address, way.provider || '_verified', way.confirmed)
        from person, (values ('email', ${user.email}::text, ${user.emailConfirmed}::boolean),
                             ('phone', ${user.phone}::text, ${user.phoneConfirmed}::boolean)) way (provider, address, confirmed)
       where way.address is not null
    )
    select id from person`.execute(db)
  return rows[0]!.id
}

/** What changes of a person; what is left out stays. */
export type UserChanges = {
  email?: string
  emailConfirmed?: true
  phone?: string
  phoneConfirmed?: true
  encryptedPassword?: string
  appMetaData?: Record<string, unknown>
  userMetaData?: Record<string, unknown>
  name?: string
}

/** Changes a person; a violated unique index says what is taken. */
export async function updateUser(db: Db, userId: string, changes: UserChanges): Promise<void> {
  const sets = [sql`updated_at = now()`]
  if (changes.email !== undefined) sets.push(sql`email = ${changes.email}`)
  if (changes.phone !== undefined) sets.push(sql`phone = ${changes.phone}`)
  if (changes.name !== undefined) sets.push(sql`name = ${changes.name}`)
  if (changes.encryptedPassword !== undefined)
    sets.push(sql`encrypted_password = ${changes.encryptedPassword}, password_changed_at = now()`)
  if (changes.emailConfirmed) sets.push(sql`email_confirmed_at = coalesce(email_confirmed_at, now())`)
  if (changes.phoneConfirmed) sets.push(sql`phone_confirmed_at = coalesce(phone_confirmed_at, now())`)
  if (changes.appMetaData !== undefined)
    sets.push(sql`raw_app_meta_data = ${JSON.stringify(changes.appMetaData)}::jsonb`)
  if (changes.userMetaData !== undefined)
    sets.push(sql`raw_user_meta_data = ${JSON.stringify(changes.userMetaData)}::jsonb`)
  await sql`update auth.users set ${sql.join(sets)} where id = ${userId}`.execute(db)
  if (changes.email !== undefined || changes.emailConfirmed) await alignAddress(db, userId)
  if (changes.phone !== undefined || changes.phoneConfirmed) await alignPhone(db, userId)
}

/** Brings the list of addresses and the identity to what the person's own row says. */
async function alignAddress(db: Db, userId: string): Promise<void> {
  await sql`
    with person as (
      select id, email, email_confirmed_at, email_confirmed_at is not null as confirmed
        from auth.users where id = ${userId} and email is not null
    ), gone as (
      delete from auth.user_emails e using person p
       where e.user_id = p.id and (e.is_primary or lower(e.email) = lower(p.email))
    ), identity as (
      insert into auth.identities as i (user_id, provider, provider_id, identity_data)
      select id, 'email', id::text, jsonb_build_object('sub', id::text, 'email', email, 'email_verified', confirmed) from person
      on conflict (provider, provider_id) do update set identity_data = i.identity_data || excluded.identity_data, updated_at = now()
    )
    select 1`.execute(db)
  await sql`
    insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
    select id, email, 'primary', true, true, email_confirmed_at
      from auth.users where id = ${userId} and email is not null and email_confirmed_at is not null`.execute(
    db,
  )
}

async function alignPhone(db: Db, userId: string): Promise<void> {
  await sql`
    insert into auth.identities as i (user_id, provider, provider_id, identity_data)
    select id, 'phone', id::text, jsonb_build_object('sub', id::text, 'phone', phone, 'phone_verified', phone_confirmed_at is not null)
      from auth.users where id = ${userId} and phone is not null
    on conflict (provider, provider_id) do update set identity_data = i.identity_data || excluded.identity_data, updated_at = now()`.execute(
    db,
  )
}

/** Voids every open link and code of a person. */
export async function voidTokensOf(db: Db, userId: string, email: string | null): Promise<void> {
  await sql`
    update auth.one_time_tokens set consumed_at = coalesce(consumed_at, now()), pending = '{}', updated_at = now()
     where (user_id = ${userId} or relates_to = ${email}) and consumed_at is null`.execute(db)
}

/** Removes somebody who was made nobody before, with everything that is theirs alone. */
export async function deleteErased(db: Db, userId: string): Promise<void> {
  await sql`delete from auth.users where id = ${userId} and deleted_at is not null`.execute(db)
}
