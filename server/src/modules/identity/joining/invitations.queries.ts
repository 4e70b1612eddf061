import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type InvitationStatus = 'pending' | 'accepted' | 'expired' | 'revoked'

export type InvitationRow = {
  id: string
  email: string
  roleId: string
  roleName: string
  roleRank: number
  rolePermissions: string[]
  status: InvitationStatus
  invitedBy: { id: string; name: string } | null
  expiresAt: Date
  acceptedAt: Date | null
  createdAt: Date
}

const columns = sql`
  i.id, i.email, i.role_id, r.name as role_name, r.rank as role_rank, r.permissions as role_permissions,
  case when i.status = 'pending' and i.expires_at <= now() then 'expired' else i.status end as status,
  case when u.id is not null then jsonb_build_object('id', u.id, 'name', u.name) end as invited_by,
  i.expires_at, i.accepted_at, i.created_at`

const sources = sql`
  auth.invitations i
  join auth.roles r on r.organization_id = i.organization_id and r.id = i.role_id
  left join auth.users u on u.id = i.invited_by`

/** Null when an open invitation for the address stands; one that ran out makes room. */
export async function insertInvitation(
  db: Db,
  organizationId: string,
  invitation: {
    email: string
    userId: string | null
    roleId: string
    tokenHash: Buffer
    invitedBy: string | null
    expiresAt: Date
  },
): Promise<string | null> {
  await sql`
    update auth.invitations set status = 'expired', updated_at = now()
     where organization_id = ${organizationId} and lower(email) = ${invitation.email}
       and status = 'pending' and expires_at <= now()`.execute(db)
  const row = await db
    .insertInto('auth.invitations')
    .values({ organizationId, ...invitation })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** Invitations, newest first. */
export async function findInvitations(
  db: Db,
  organizationId: string,
  wanted: { status: InvitationStatus | null; before: string | null; limit: number },
): Promise<InvitationRow[]> {
  const conditions = [sql`i.organization_id = ${organizationId}`]
  if (wanted.before) conditions.push(sql`i.id < ${wanted.before}::uuid`)
  if (wanted.status === 'pending') conditions.push(sql`i.status = 'pending' and i.expires_at > now()`)
  else if (wanted.status === 'expired') {
    conditions.push(sql`(i.status = 'expired' or (i.status = 'pending' and i.expires_at <= now()))`)
  } else if (wanted.status) conditions.push(sql`i.status = ${wanted.status}`)
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${sources} where ${sql.join(conditions, sql` and `)}
     order by i.id desc limit ${wanted.limit}`.execute(db)
  return rows
}

export async function findInvitation(
  db: Db,
  organizationId: string,
  id: string,
): Promise<InvitationRow | null> {
  const { rows } = await sql<InvitationRow>`
    select ${columns} from ${sources} where i.organization_id = ${organizationId} and i.id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/** Gives an open invitation a new link and a new end; the old link is void. */
export async function renewInvitation(
  db: Db,
  organizationId: string,
  id: string,
  tokenHash: Buffer,
  expiresAt: Date,
): Promise<boolean> {
  const { rows } = await sql`
    update auth.invitations set token_hash = ${tokenHash}, expires_at = ${expiresAt}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and status = 'pending' returning id`.execute(db)
  return rows.length === 1
}

export async function revokeInvitation(db: Db, organizationId: string, id: string): Promise<boolean> {
  const { rows } = await sql`
    update auth.invitations set status = 'revoked', updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and status = 'pending' returning id`.execute(db)
  return rows.length === 1
}

/** Voids what is open for a person's address, so that nobody who was taken out comes back by a link they kept. */
export async function revokeInvitationsOf(db: Db, organizationId: string, userId: string): Promise<void> {
  await sql`
    update auth.invitations i set status = 'revoked', updated_at = now() from auth.users u
     where i.organization_id = ${organizationId} and i.status = 'pending'
       and u.id = ${userId} and lower(i.email) = lower(u.email)`.execute(db)
}

export type OpenInvitation = {
  id: string
  organizationId: string
  organizationName: string
  organizationSlug: string
  accentColor: string | null
  email: string
  roleId: string
  roleName: string
  inviterName: string | null
  expiresAt: Date
  /** The place a directory keeps for whoever accepts. */
  membershipId: string | null
  /** Who has the address, when they have proven it. */
  ownerId: string | null
  /** A person with the address nobody has proven. */
  unprovenId: string | null
}

/** What an open link leads to. The link alone says in which organization. */
export async function findOpenInvitation(db: Db, tokenHash: Buffer): Promise<OpenInvitation | null> {
  const { rows } = await sql<OpenInvitation>`
    select i.id, i.organization_id, o.name as organization_name, o.slug as organization_slug, o.accent_color,
           i.email, i.role_id, r.name as role_name, inviter.name as inviter_name, i.expires_at, i.membership_id,
           coalesce(e.user_id, case when u.email_confirmed_at is not null then u.id end) as owner_id,
           case when e.user_id is null and u.email_confirmed_at is null then u.id end as unproven_id
      from auth.invitations i
      join auth.organizations o on o.id = i.organization_id
      join auth.roles r on r.organization_id = i.organization_id and r.id = i.role_id
      left join auth.users inviter on inviter.id = i.invited_by
      left join auth.users u on lower(u.email) = lower(i.email) and u.deleted_at is null
      left join auth.user_emails e on lower(e.email) = lower(i.email) and e.is_verified
     where i.token_hash = ${tokenHash} and i.status = 'pending' and i.expires_at > now()`.execute(db)
  return rows[0] ?? null
}

/** Uses a link up. Of many tries at the same time one is true. */
export async function acceptInvitation(
  db: Db,
  organizationId: string,
  id: string,
  tokenHash: Buffer,
  userId: string,
): Promise<boolean> {
  const { rows } = await sql`
    update auth.invitations set status = 'accepted', accepted_at = now(), user_id = ${userId}, updated_at = now()
     where organization_id = ${organizationId} and id = ${id} and token_hash = ${tokenHash}
       and status = 'pending' and expires_at > now() returning id`.execute(db)
  return rows.length === 1
}

/**
 * Makes a person a member and adds a role to those they hold.
 * @returns null for a member who was deactivated: an invitation from before does not bring them back
 */
export async function admit(
  db: Db,
  organizationId: string,
  userId: string,
  roleId: string,
): Promise<{ membershipId: string; isNew: boolean } | null> {
  const { rows } = await sql<{ membershipId: string; isNew: boolean }>`
    insert into auth.memberships as m (organization_id, user_id) values (${organizationId}, ${userId})
    on conflict (organization_id, user_id) do update set updated_at = now() where m.status = 'active'
    returning m.id as membership_id, old.id is null as is_new`.execute(db)
  const [membership] = rows
  if (!membership) return null
  await sql`
    insert into auth.role_assignments (organization_id, membership_id, role_id, is_primary)
    values (${organizationId}, ${membership.membershipId}, ${roleId}, ${membership.isNew})
    on conflict do nothing`.execute(db)
  return membership
}
