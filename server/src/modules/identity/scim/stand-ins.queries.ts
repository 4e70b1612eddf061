import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

/** Somebody nobody is yet: a row a membership can hang on until its owner accepts. It has no address to sign in with. */
export async function insertStandIn(db: Db, name: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.users (name) values (${name}) returning id`.execute(db)
  return rows[0]!.id
}

export async function renameStandIn(db: Db, userId: string, name: string): Promise<void> {
  await sql`
    update auth.users set name = ${name}, updated_at = now()
     where id = ${userId} and email is null and phone is null and name <> ${name}`.execute(db)
}

/** Removes a stand-in with what hangs on it; a person with an address or a phone is none. */
export async function deleteStandIn(db: Db, userId: string): Promise<void> {
  await sql`delete from auth.users where id = ${userId} and email is null and phone is null`.execute(db)
}

export async function setStandInStatus(
  db: Db,
  organizationId: string,
  membershipId: string,
  status: 'pending' | 'inactive',
): Promise<boolean> {
  const { rows } = await sql`
    update auth.memberships set status = ${status}, updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${membershipId} and accepted_at is null and status <> ${status}
    returning id`.execute(db)
  return rows.length === 1
}

/**
 * An invitation to take the place of a stand-in. One that is open for the address already leads there, too.
 * @returns its id when it is new and wants a mail
 */
export async function insertKeptInvitation(
  db: Db,
  organizationId: string,
  invitation: { email: string; membershipId: string; roleId: string; tokenHash: Buffer; expiresAt: Date },
): Promise<string | null> {
  await sql`
    update auth.invitations set status = 'expired', updated_at = now()
     where organization_id = ${organizationId} and lower(email) = ${invitation.email}
       and status = 'pending' and expires_at <= now()`.execute(db)
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    insert into auth.invitations (organization_id, email, role_id, token_hash, expires_at, membership_id)
    values (${organizationId}, ${invitation.email}, ${invitation.roleId}, ${invitation.tokenHash}, ${invitation.expiresAt}, ${invitation.membershipId})
    on conflict (organization_id, lower(email)) where status = 'pending'
    do update set membership_id = excluded.membership_id, updated_at = now()
    returning id, (old.id is null) as is_new`.execute(db)
  return rows[0]?.isNew ? rows[0].id : null
}

export async function revokeKeptInvitations(
  db: Db,
  organizationId: string,
  membershipId: string,
): Promise<void> {
  await sql`
    update auth.invitations set status = 'revoked', updated_at = now()
     where organization_id = ${organizationId} and membership_id = ${membershipId} and status = 'pending'`.execute(
    db,
  )
}

export type KeptPlace = {
  membershipId: string
  standInId: string
  isOpen: boolean
  /** The membership the person has already, and whether a directory keeps that one, too. */
  ownMembershipId: string | null
  ownIsKept: boolean
}

/** The place a directory keeps for a person: by id, else by an address they have proven. Held. */
export async function holdKeptPlace(
  db: Db,
  organizationId: string,
  userId: string,
  membershipId: string | null,
): Promise<KeptPlace | null> {
  const { rows } = await sql<KeptPlace>`
    select m.id as membership_id, m.user_id as stand_in_id, m.status = 'pending' and b.id is null as is_open,
           own.id as own_membership_id, own.directory_id is not null as own_is_kept
      from auth.memberships m
      left join auth.bans b on b.organization_id = m.organization_id and b.user_id = m.user_id
       and b.lifted_at is null and (b.banned_until is null or b.banned_until > now())
      left join auth.memberships own on own.organization_id = m.organization_id and own.user_id = ${userId}
     where m.organization_id = ${organizationId} and m.accepted_at is null
       and case when ${membershipId}::uuid is not null then m.id = ${membershipId}::uuid
                else m.directory_emails && array(
                  select lower(email) from auth.users where id = ${userId} and email_confirmed_at is not null and deleted_at is null
                  union
                  select lower(email) from auth.user_emails where user_id = ${userId} and is_verified)
                 and m.directory_emails[1] in (
                  select lower(email) from auth.users where id = ${userId} and email_confirmed_at is not null and deleted_at is null
                  union
                  select lower(email) from auth.user_emails where user_id = ${userId} and is_verified) end
     order by m.id limit 1 for no key update of m`.execute(db)
  return rows[0] ?? null
}

/** The person takes the place of the stand-in. False when the place was taken or closed meanwhile. */
export async function takePlace(
  db: Db,
  organizationId: string,
  membershipId: string,
  userId: string,
): Promise<boolean> {
  const { rows } = await sql`
    update auth.memberships set user_id = ${userId}, accepted_at = now(), status = 'active',
           updated_at = greatest(clock_timestamp(), updated_at + interval '1 millisecond')
     where organization_id = ${organizationId} and id = ${membershipId} and accepted_at is null and status = 'pending'
    returning id`.execute(db)
  return rows.length === 1
}

/** The person is a member already: what the directory says goes over to that membership, and the stand-in's ends. */
export async function mergePlace(
  db: Db,
  organizationId: string,
  membershipId: string,
  ownMembershipId: string,
): Promise<void> {
  await sql`
    insert into auth.directory_group_members (organization_id, group_id, membership_id)
    select organization_id, group_id, ${ownMembershipId} from auth.directory_group_members
     where organization_id = ${organizationId} and membership_id = ${membershipId}
    on conflict do nothing`.execute(db)
  await sql`
    with gone as (
      delete from auth.memberships where organization_id = ${organizationId} and id = ${membershipId}
      returning directory_id, user_principal_name, external_id, given_name, family_name, job_title, user_type, department,
                office_location, phone, mobile_phone, directory_emails, directory_attributes
    )
    update auth.memberships m
       set directory_id = gone.directory_id, user_principal_name = gone.user_principal_name, external_id = gone.external_id,
           given_name = gone.given_name, family_name = gone.family_name, job_title = gone.job_title,
           user_type = gone.user_type, department = gone.department, office_location = gone.office_location,
           phone = gone.phone, mobile_phone = gone.mobile_phone, directory_emails = gone.directory_emails,
           directory_attributes = gone.directory_attributes,
           updated_at = greatest(clock_timestamp(), m.updated_at + interval '1 millisecond')
      from gone where m.organization_id = ${organizationId} and m.id = ${ownMembershipId}`.execute(db)
}
