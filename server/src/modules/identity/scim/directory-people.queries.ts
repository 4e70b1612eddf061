import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { personCondition } from './filter-conditions.queries.ts'
import type { Filter } from './filters.ts'
import type { Document } from './patches.ts'

/** A membership a directory keeps. */
export type KeptPerson = {
  id: string
  userId: string
  userName: string
  externalId: string | null
  givenName: string | null
  familyName: string | null
  title: string | null
  userType: string | null
  department: string | null
  managerId: string | null
  status: 'active' | 'inactive' | 'suspended' | 'pending'
  hasAccepted: boolean
  emails: string[]
  rest: Document
  groups: Array<{ value: string; display: string }>
  createdAt: Date
  updatedAt: Date
}

const columns = sql`
  m.id, m.user_id, coalesce(m.user_principal_name, '') as user_name, m.external_id, m.given_name, m.family_name,
  m.job_title as title, m.user_type, m.department, m.manager_id, m.status, m.accepted_at is not null as has_accepted,
  coalesce(m.directory_emails, '{}') as emails, m.directory_attributes as rest, m.created_at, m.updated_at`

const groups = sql`
  coalesce((select jsonb_agg(jsonb_build_object('value', g.id, 'display', g.display_name) order by g.id)
              from auth.directory_group_members gm
              join auth.directory_groups g on g.organization_id = gm.organization_id and g.id = gm.group_id
             where gm.organization_id = m.organization_id and gm.membership_id = m.id), '[]') as groups`

/** People of a directory, oldest first, from a position on. Walks the index of the directory. */
export async function findKept(
  db: Db,
  organizationId: string,
  wanted: { directoryId: string; filter: Filter | null; offset: number; limit: number },
): Promise<KeptPerson[]> {
  const { rows } = await sql<KeptPerson>`
    select ${columns}, ${groups} from (
      select m.organization_id, m.id from auth.memberships m
       where m.organization_id = ${organizationId} and m.directory_id = ${wanted.directoryId}
         and ${wanted.filter ? personCondition(wanted.filter) : sql`true`}
       order by m.id offset ${wanted.offset} limit ${wanted.limit}
    ) place
    join auth.memberships m on m.organization_id = place.organization_id and m.id = place.id
    order by m.id`.execute(db)
  return rows
}

/** How many people of a directory fit; without a filter the number that is kept. */
export async function countKept(
  db: Db,
  organizationId: string,
  directoryId: string,
  filter: Filter | null,
): Promise<number> {
  const { rows } = filter
    ? await sql<{ people: number }>`
        select count(*)::int as people from auth.memberships m
         where m.organization_id = ${organizationId} and m.directory_id = ${directoryId} and ${personCondition(filter)}`.execute(
        db,
      )
    : await sql<{ people: number }>`
        select person_count as people from auth.directory_syncs
         where organization_id = ${organizationId} and id = ${directoryId}`.execute(db)
  return rows[0]?.people ?? 0
}

export async function findKeptById(
  db: Db,
  organizationId: string,
  directoryId: string,
  id: string,
): Promise<KeptPerson | null> {
  const { rows } = await sql<KeptPerson>`
    select ${columns}, ${groups} from auth.memberships m
     where m.organization_id = ${organizationId} and m.directory_id = ${directoryId} and m.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The same, held until the transaction ends. */
export async function holdKept(
  db: Db,
  organizationId: string,
  directoryId: string,
  id: string,
): Promise<KeptPerson | null> {
  const held = await sql`
    select id from auth.memberships m
     where m.organization_id = ${organizationId} and m.directory_id = ${directoryId} and m.id = ${id}
       for no key update`.execute(db)
  return held.rows.length === 0 ? null : findKeptById(db, organizationId, directoryId, id)
}

/**
 * The member a directory means: by the login or id it gives them, or by an address that they, or the organization
 * with its domain, have proven. Held until the transaction ends.
 */
export async function holdNamesake(
  db: Db,
  organizationId: string,
  said: { userName: string; externalId: string | null; email: string; isOwnDomain: boolean },
): Promise<{ id: string; userId: string; directoryId: string | null; hasAccepted: boolean } | null> {
  const { rows } = await sql<{
    id: string
    userId: string
    directoryId: string | null
    hasAccepted: boolean
  }>`
    select m.id, m.user_id, m.directory_id, m.accepted_at is not null as has_accepted
      from auth.memberships m
     where m.organization_id = ${organizationId} and m.id in (
       select id from auth.memberships where organization_id = ${organizationId} and lower(user_principal_name) = lower(${said.userName}::text)
       union all
       select id from auth.memberships where organization_id = ${organizationId} and external_id = ${said.externalId}
       union all
       select id from auth.memberships
        where organization_id = ${organizationId} and accepted_at is null and directory_emails @> array[${said.email}::text]
          and directory_emails[1] = ${said.email}
       union all
       select m.id from auth.memberships m
        where m.organization_id = ${organizationId} and m.user_id in (
          select id from auth.users
           where lower(email) = ${said.email} and (email_confirmed_at is not null or ${said.isOwnDomain}) and deleted_at is null
          union all
          select user_id from auth.user_emails where lower(email) = ${said.email} and is_verified))
     order by m.directory_id is null, lower(m.user_principal_name) = lower(${said.userName}::text) desc nulls last, m.id
     limit 1 for no key update of m`.execute(db)
  return rows[0] ?? null
}

/** Whether an organization has proven that a domain is its own. */
export async function isProvenDomain(db: Db, organizationId: string, domain: string): Promise<boolean> {
  const { rows } = await sql`
    select domain from auth.proven_domains where domain = ${domain} and organization_id = ${organizationId}`.execute(
    db,
  )
  return rows.length === 1
}

/**
 * Who has an address, or a new person with it who proves it when they first come in. Null when somebody who never
 * proved the address can sign in by other means: a place in an organization must not fall to them.
 */
export async function findOrMakePerson(db: Db, email: string, name: string): Promise<string | null> {
  await sql`
    insert into auth.users (email, name)
    select ${email}, ${name}
     where not exists (select 1 from auth.user_emails where lower(email) = ${email} and is_verified)
    on conflict (lower(email)) where deleted_at is null do nothing`.execute(db)
  const { rows } = await sql<{ id: string }>`
    select coalesce(
      (select e.user_id from auth.user_emails e join auth.users u on u.id = e.user_id and u.deleted_at is null
        where lower(e.email) = ${email} and e.is_verified),
      (select u.id from auth.users u
        where lower(u.email) = ${email} and u.deleted_at is null
          and (u.email_confirmed_at is not null
               or (u.phone_confirmed_at is null and not u.is_anonymous
                   and not exists (select 1 from auth.sessions s where s.user_id = u.id)
                   and not exists (select 1 from auth.identities i where i.user_id = u.id and i.provider <> 'email')
                   and not exists (select 1 from auth.webauthn_credentials c where c.user_id = u.id))))) as id`.execute(
    db,
  )
  return rows[0]?.id ?? null
}

/** What is written of a person with each word of the directory. */
export type Written = {
  userName: string
  externalId: string | null
  givenName: string | null
  familyName: string | null
  title: string | null
  userType: string | null
  department: string | null
  office: string | null
  phone: string | null
  mobile: string | null
  emails: string[]
  rest: Document
}

const assignments = (said: Written) => sql`
  user_principal_name = ${said.userName}, external_id = ${said.externalId}, given_name = ${said.givenName},
  family_name = ${said.familyName}, job_title = ${said.title}, user_type = ${said.userType},
  department = ${said.department}, office_location = ${said.office}, phone = ${said.phone}, mobile_phone = ${said.mobile},
  directory_emails = ${said.emails}::text[], directory_attributes = ${JSON.stringify(said.rest)}::jsonb, last_sync_at = now(),
  updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')`

/** A new membership; null when its login, id or person is taken by the time it is written. */
export async function insertKept(
  db: Db,
  organizationId: string,
  directoryId: string,
  userId: string,
  standing: { status: 'active' | 'inactive' | 'pending'; hasAccepted: boolean },
  said: Written,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.memberships (organization_id, directory_id, user_id, status, accepted_at, user_principal_name, external_id)
    values (${organizationId}, ${directoryId}, ${userId}, ${standing.status},
            case when ${standing.hasAccepted}::boolean then now() end, ${said.userName}, ${said.externalId})
    on conflict do nothing returning id`.execute(db)
  if (rows[0]) await updateKept(db, organizationId, directoryId, rows[0].id, said)
  return rows[0]?.id ?? null
}

/** Writes what a directory says; the membership is the directory's from now on. */
export async function updateKept(
  db: Db,
  organizationId: string,
  directoryId: string,
  id: string,
  said: Written,
): Promise<void> {
  await sql`
    update auth.memberships set directory_id = ${directoryId}, ${assignments(said)}
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Leaves a membership to the organization: the directory knows it no more. */
export async function letGo(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    update auth.memberships set directory_id = null, user_principal_name = null, external_id = null, directory_emails = null,
           directory_attributes = '{}', updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
  await sql`
    delete from auth.directory_group_members where organization_id = ${organizationId} and membership_id = ${id}`.execute(
    db,
  )
}

/** Gives a new member the role they begin with. */
export async function giveFirstRole(
  db: Db,
  organizationId: string,
  membershipId: string,
  roleId: string,
): Promise<void> {
  await sql`
    insert into auth.role_assignments (organization_id, membership_id, role_id, is_primary)
    values (${organizationId}, ${membershipId}, ${roleId}, true) on conflict do nothing`.execute(db)
}
