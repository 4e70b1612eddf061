import { sql } from 'kysely'
import type { Db } from '../../../platform/db/database.ts'

export type ClaimedDomain = {
  id: string
  organizationId: string
  ssoProviderId: string
  domain: string
  verificationToken: string
  verifiedAt: Date | null
  missingSince: Date | null
}

export async function countDomains(db: Db, organizationId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from auth.sso_domains where organization_id = ${organizationId}`.execute(db)
  return rows[0]?.count ?? 0
}

/** Null when the organization claims it already. */
export async function insertDomain(
  db: Db,
  organizationId: string,
  claim: { ssoProviderId: string; domain: string; verificationToken: string },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into auth.sso_domains (organization_id, sso_provider_id, domain, verification_token)
    values (${organizationId}, ${claim.ssoProviderId}, ${claim.domain}, ${claim.verificationToken})
    on conflict (organization_id, domain) do nothing returning id`.execute(db)
  return rows[0]?.id ?? null
}

export async function findDomain(
  db: Db,
  organizationId: string,
  ssoProviderId: string,
  id: string,
): Promise<ClaimedDomain | null> {
  const { rows } = await sql<ClaimedDomain>`
    select id, organization_id, sso_provider_id, domain, verification_token, verified_at, missing_since
      from auth.sso_domains
     where organization_id = ${organizationId} and sso_provider_id = ${ssoProviderId} and id = ${id}`.execute(
    db,
  )
  return rows[0] ?? null
}

/**
 * Enters a domain in the directory. Of many organizations at the same time one gets it.
 * @returns false when another organization has it
 */
export async function enterProven(
  db: Db,
  organizationId: string,
  claim: { id: string; domain: string; by: 'dns' | 'operator' },
): Promise<boolean> {
  const { rows } = await sql`
    insert into auth.proven_domains (domain, organization_id, sso_domain_id)
    values (${claim.domain}, ${organizationId}, ${claim.id})
    on conflict (domain) do update set sso_domain_id = excluded.sso_domain_id
     where proven_domains.organization_id = excluded.organization_id
    returning domain`.execute(db)
  if (rows.length === 0) return false
  await sql`
    update auth.sso_domains
       set verified_at = coalesce(verified_at, now()), verified_by = ${claim.by}, last_checked_at = now(),
           missing_since = null, updated_at = now()
     where organization_id = ${organizationId} and id = ${claim.id}`.execute(db)
  return true
}

/** Removes a claim, and the directory entry with it. */
export async function deleteDomain(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    delete from auth.sso_domains where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Takes a domain out of the directory; the claim stays and can be proven again. */
export async function withdrawProof(db: Db, organizationId: string, id: string): Promise<void> {
  await sql`
    with gone as (
      delete from auth.proven_domains where organization_id = ${organizationId} and sso_domain_id = ${id}
    )
    update auth.sso_domains
       set verified_at = null, verified_by = null, missing_since = null, last_checked_at = now(), updated_at = now()
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Notes whether the proof of a domain is still there. */
export async function noteLook(db: Db, organizationId: string, id: string, isThere: boolean): Promise<void> {
  await sql`
    update auth.sso_domains
       set last_checked_at = now(), missing_since = case when ${isThere} then null else coalesce(missing_since, now()) end
     where organization_id = ${organizationId} and id = ${id}`.execute(db)
}

/** Domains proven by DNS that were not looked at for a while. */
export async function findDueDomains(db: Db, hours: number): Promise<ClaimedDomain[]> {
  const { rows } = await sql<ClaimedDomain>`
    /* all organizations: proofs are looked at again by a schedule */
    select id, organization_id, sso_provider_id, domain, verification_token, verified_at, missing_since
      from auth.sso_domains
     where verified_by = 'dns' and verified_at is not null
       and coalesce(last_checked_at, verified_at) < now() - make_interval(hours => ${hours}::int)
     order by coalesce(last_checked_at, verified_at) limit 1000`.execute(db)
  return rows
}
