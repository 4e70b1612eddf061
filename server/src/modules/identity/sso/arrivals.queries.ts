import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'
import { clearPlanted } from '../codes/arrivals.queries.ts'
import type { AttributeMapping } from './profiles.ts'

/** What a single sign-on asks of whoever arrives by it. */
export type ArrivalRules = {
  kind: 'saml' | 'oidc'
  disabled: boolean
  defaultRoleId: string | null
  attributeMapping: AttributeMapping
  /** The domain of the address is proven, and leads to this very sign-on. */
  isOwnDomain: boolean
}

/** The rules, held until the transaction ends: nobody slips in while it is switched off or loses a domain. */
export async function holdArrivalRules(
  db: Db,
  organizationId: string,
  providerId: string,
  domain: string,
): Promise<ArrivalRules | null> {
  const { rows } = await sql<ArrivalRules>`
    select p.kind, p.disabled, p.default_role_id,
           coalesce(s.attribute_mapping, o.attribute_mapping, '{}') || '{}'::jsonb as attribute_mapping,
           exists (select 1 from auth.proven_domains d
                     join auth.sso_domains sd on sd.organization_id = d.organization_id and sd.id = d.sso_domain_id
                    where d.organization_id = ${organizationId} and d.domain = ${domain} and sd.sso_provider_id = p.id) as is_own_domain
      from auth.sso_providers p
      left join auth.saml_providers s on s.organization_id = p.organization_id and s.sso_provider_id = p.id
      left join auth.oauth_providers o on o.organization_id = p.organization_id and o.sso_provider_id = p.id
     where p.organization_id = ${organizationId} and p.id = ${providerId} for share of p`.execute(db)
  return rows[0] ?? null
}

/** Whose identity it is; null when nobody came by it yet. */
export async function findIdentityOwner(db: Db, provider: string, subject: string): Promise<string | null> {
  const { rows } = await sql<{ userId: string }>`
    select i.user_id from auth.identities i join auth.users u on u.id = i.user_id and u.deleted_at is null
     where i.provider = ${provider} and i.provider_id = ${subject}`.execute(db)
  return rows[0]?.userId ?? null
}

/** Whose address it is: their first one, or a proven further one. */
export async function findAddressOwner(
  db: Db,
  email: string,
): Promise<{ id: string; confirmed: boolean } | null> {
  const { rows } = await sql<{ id: string; confirmed: boolean }>`
    select id, confirmed from (
      select u.id, true as confirmed, 1 as place from auth.user_emails e join auth.users u on u.id = e.user_id
       where lower(e.email) = ${email} and e.is_verified and u.deleted_at is null
      union all
      select id, email_confirmed_at is not null, 2 from auth.users where lower(email) = ${email} and deleted_at is null
    ) found order by place limit 1`.execute(db)
  return rows[0] ?? null
}

/** The owner of an unproven address arrived: what was planted there goes, and the address is proven. */
export async function takeOverUnproven(db: Db, userId: string, email: string): Promise<void> {
  await clearPlanted(db, userId, email)
  await sql`
    with address as (
      insert into auth.user_emails (user_id, email, email_type, is_primary, is_verified, verified_at)
      values (${userId}, ${email}, 'primary', true, true, now())
      on conflict (user_id) where is_primary do update set is_verified = true, verified_at = now()
    )
    update auth.users set name = '', raw_user_meta_data = '{}', email_confirmed_at = now(), updated_at = now()
     where id = ${userId} and email_confirmed_at is null`.execute(db)
}

/** Somebody came by a single sign-on: fills in what is not known of them yet. */
export async function completePerson(
  db: Db,
  userId: string,
  person: {
    name: string
    firstName: string | null
    lastName: string | null
    isNew: boolean
    provider: string
  },
): Promise<void> {
  await sql`
    update auth.users
       set name = case when name = '' then ${person.name}::text else name end,
           first_name = coalesce(first_name, ${person.firstName}::text),
           last_name = coalesce(last_name, ${person.lastName}::text),
           is_sso_user = is_sso_user or ${person.isNew},
           raw_app_meta_data = raw_app_meta_data
             || case when raw_app_meta_data ? 'provider' then '{}'::jsonb
                     else jsonb_build_object('provider', ${person.provider}::text) end
             || jsonb_build_object('providers', case
                  when coalesce(raw_app_meta_data -> 'providers', '[]') ? ${person.provider}::text then raw_app_meta_data -> 'providers'
                  else coalesce(raw_app_meta_data -> 'providers', '[]') || to_jsonb(${person.provider}::text) end)
     where id = ${userId}`.execute(db)
}

/** Binds what a provider calls somebody to a person; false when it is bound to somebody else. */
export async function bindIdentity(
  db: Db,
  identity: { userId: string; provider: string; subject: string; data: Record<string, unknown> },
): Promise<'new' | 'known' | 'taken'> {
  const { rows } = await sql<{ isNew: boolean }>`
    insert into auth.identities (user_id, provider, provider_id, identity_data, last_sign_in_at)
    values (${identity.userId}, ${identity.provider}, ${identity.subject}, ${JSON.stringify(identity.data)}::jsonb, now())
    on conflict (provider, provider_id) do update
       set user_id = excluded.user_id, identity_data = excluded.identity_data, last_sign_in_at = now(), updated_at = now()
     where identities.user_id = excluded.user_id
        or exists (select 1 from auth.users u where u.id = identities.user_id and u.deleted_at is not null)
    returning xmax = 0 as is_new`.execute(db)
  if (!rows[0]) return 'taken'
  return rows[0].isNew ? 'new' : 'known'
}

/**
 * Gives a member the roles their groups stand for and takes away the other ones that groups stand for. Roles given
 * by hand stay; nobody is left without a role. An owner's role never follows from a group.
 * @returns whether anything changed
 */
export async function setGroupRoles(
  db: Db,
  organizationId: string,
  membershipId: string,
  roles: { governed: readonly string[]; held: readonly string[]; fallback: string },
): Promise<boolean> {
  const gone = await sql`
    delete from auth.role_assignments a
     where a.organization_id = ${organizationId} and a.membership_id = ${membershipId} and a.group_id is null
       and a.role_id = any(${roles.governed}::uuid[]) and a.role_id <> all(${roles.held}::uuid[])
       and not exists (select 1 from auth.roles r where r.organization_id = a.organization_id and r.id = a.role_id
                        and r.permissions && '{*}') returning a.id`.execute(db)
  const given = await sql`
    insert into auth.role_assignments (organization_id, membership_id, role_id)
    select r.organization_id, ${membershipId}, r.id from auth.roles r
     where r.organization_id = ${organizationId} and not r.permissions && '{*}'
       and (r.id = any(${roles.held}::uuid[])
            or (r.id = ${roles.fallback} and cardinality(${roles.held}::uuid[]) = 0 and not exists (
                 select 1 from auth.role_assignments a
                  where a.organization_id = r.organization_id and a.membership_id = ${membershipId})))
    on conflict (organization_id, membership_id, role_id) do nothing returning id`.execute(db)
  return gone.rows.length + given.rows.length > 0
}
