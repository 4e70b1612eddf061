import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { clearPlanted } from '../codes/arrivals.queries.ts'
import { avatarUrl } from '../pictures/pictures.queries.ts'

export type PersonFacts = { id: string; name: string; email: string | null; avatarUrl: string | null }

/** People by id, also those who left; ids nobody has are left out. */
export async function findByIds(db: Db, ids: readonly string[]): Promise<PersonFacts[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<PersonFacts>`
    select u.id, u.name, u.email, ${avatarUrl} as avatar_url from auth.users u where u.id = any(${ids}::uuid[])`.execute(
    db,
  )
  return rows
}

/** Active members whose roles hold a permission, longest members first. */
export async function findWithPermission(
  db: Db,
  organizationId: string,
  permission: string,
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select m.user_id from auth.memberships m
     where m.organization_id = ${organizationId} and m.status = 'active'
       and exists (select 1 from auth.role_assignments a
                     join auth.roles r on r.organization_id = a.organization_id and r.id = a.role_id
                    where a.organization_id = m.organization_id and a.membership_id = m.id
                      and r.permissions && array['*', ${permission}::text])
       and not exists (select 1 from auth.bans b where b.organization_id = m.organization_id and b.user_id = m.user_id
                        and b.lifted_at is null and (b.banned_until is null or b.banned_until > now()))
     order by m.id`.execute(db)
  return rows.map((row) => row.userId)
}

/** Ids of members whose name or address holds a text, in any case. */
export async function findMatching(
  db: Db,
  organizationId: string,
  text: string,
  limit: number,
): Promise<string[]> {
  const pattern = `%${text.replace(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<{ id: string }>`
    select u.id from auth.memberships m join auth.users u on u.id = m.user_id
     where m.organization_id = ${organizationId} and (u.name ilike ${pattern} or u.email ilike ${pattern})
     order by u.id desc limit ${limit}`.execute(db)
  return rows.map((row) => row.id)
}

/** Which of these people are active members. */
export async function findMembersAmong(
  db: Db,
  organizationId: string,
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ userId: string }>`
    select user_id from auth.memberships
     where organization_id = ${organizationId} and status = 'active' and user_id = any(${ids}::uuid[])`.execute(
    db,
  )
  return rows.map((row) => row.userId)
}

/** A person's language, else that of the organization. */
export async function findLanguage(db: Db, organizationId: string, userId: string | null): Promise<string> {
  const { rows } = await sql<{ language: string | null }>`
    select coalesce((select language from auth.user_preferences where user_id = ${userId}),
                    (select default_language from auth.organizations where id = ${organizationId})) as language`.execute(
    db,
  )
  return rows[0]?.language ?? 'en'
}

/** A person with a proven address; null when somebody has the address already. */
export async function insertPerson(
  db: Db,
  person: {
    id?: string
    email: string
    name: string
    encryptedPassword: string | null
    language: string | null
    timeZone: string | null
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with person as (
      insert into auth.users (id, email, name, encrypted_password, email_confirmed_at, password_changed_at)
      select coalesce(${person.id ?? null}::uuid, uuidv7()), ${person.email}, ${person.name}, ${person.encryptedPassword}, now(),
             case when ${person.encryptedPassword}::text is not null then now() end
       where not exists (select 1 from auth.user_emails e where lower(e.email) = lower(${person.email}) and e.is_verified)
      on conflict do nothing returning id
    ), address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      select id, ${person.email}, 'primary', true, true, now() from person
    ), identity as (
      insert into auth.identities (user_id, provider, provider_id, identity_data)
      select id, 'email', id::text, jsonb_build_object('email', ${person.email}::text, 'sub', id::text) from person
    ), preferences as (
      insert into auth.user_preferences (user_id, language, timezone)
      select id, coalesce(${person.language}::text, 'en'), coalesce(${person.timeZone}::text, 'UTC') from person
       where ${person.language}::text is not null or ${person.timeZone}::text is not null
    )
    select id from person`.execute(db)
  return rows[0]?.id ?? null
}

/** An id for a person who does not exist yet. */
export async function newPersonId(db: Db): Promise<string> {
  const { rows } = await sql<{ id: string }>`select uuidv7() as id`.execute(db)
  return rows[0]!.id
}

/** Who has an address, as the main one or another; unproven ones have no owner, so `confirmed` decides what it means. */
export async function findByEmail(
  db: Db,
  email: string,
): Promise<{ id: string; name: string; confirmed: boolean } | null> {
  const { rows } = await sql<{ id: string; name: string; confirmed: boolean }>`
    select u.id, u.name, true as confirmed
      from auth.user_emails e join auth.users u on u.id = e.user_id and u.deleted_at is null
     where lower(e.email) = ${email} and e.is_verified
    union all
    select id, name, email_confirmed_at is not null from auth.users where lower(email) = ${email} and deleted_at is null
     order by confirmed desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Whether an address is the main one of a person, or another they have proven. */
export async function hasAddress(db: Db, userId: string, email: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from auth.users where id = ${userId} and lower(email) = ${email}
    union all
    select 1 from auth.user_emails where user_id = ${userId} and lower(email) = ${email} and is_verified limit 1`.execute(
    db,
  )
  return rows.length === 1
}

/** The owner of an unproven address arrived: name and password are theirs from now on. */
export async function confirmPerson(
  db: Db,
  userId: string,
  email: string,
  person: { name: string | null; encryptedPassword: string | null },
): Promise<void> {
  await clearPlanted(db, userId, email)
  await sql`
    with address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      values (${userId}, ${email}, 'primary', true, true, now())
      on conflict (user_id) where is_primary do update set is_verified = true, verified_at = now()
    ), identity as (
      insert into auth.identities (user_id, provider, provider_id, identity_data)
      values (${userId}, 'email', ${userId}::text, jsonb_build_object('email', ${email}::text, 'sub', ${userId}::text))
      on conflict do nothing
    )
    update auth.users set name = coalesce(${person.name}::text, name), encrypted_password = ${person.encryptedPassword},
           email_confirmed_at = now(), password_changed_at = now(), updated_at = now()
     where id = ${userId} and email_confirmed_at is null`.execute(db)
}

export type PersonSecret = {
  id: string
  name: string
  email: string | null
  confirmed: boolean
  encryptedPassword: string | null
}

export async function findSecret(db: Db, userId: string): Promise<PersonSecret | null> {
  const { rows } = await sql<PersonSecret>`
    select id, name, email, email_confirmed_at is not null as confirmed, encrypted_password
      from auth.users where id = ${userId} and deleted_at is null`.execute(db)
  return rows[0] ?? null
}

/** Sets a new password in place of the one that was read; false when somebody was faster. */
export async function replacePassword(
  db: Db,
  userId: string,
  before: string | null,
  next: string,
): Promise<boolean> {
  const { rows } = await sql`
    update auth.users set encrypted_password = ${next}, password_changed_at = now(), updated_at = now()
     where id = ${userId} and encrypted_password is not distinct from ${before}::text returning id`.execute(
    db,
  )
  return rows.length === 1
}
