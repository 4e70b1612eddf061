import { system } from '../../../platform/actor.ts'
import { type App, type Ctx, withTransaction } from '../../../platform/ctx.ts'
import { InvalidInput, NotFound } from '../../../platform/errors.ts'
import { randomToken } from '../../../platform/keys.ts'
import { record } from '../../audit/index.ts'
import { requireRecentProof } from '../sessions/second-proofs.ts'
import { lookForProof } from './dns.ts'
import {
  type ClaimedDomain,
  countDomains,
  deleteDomain,
  enterProven,
  findDomain,
  findDueDomains,
  insertDomain,
  noteLook,
  withdrawProof,
} from './domains.queries.ts'
import { DomainClaimed, DomainNotProven, DomainPublic, DomainTaken, SsoTooMany } from './errors.ts'
import { isPublicMailDomain, normalDomain } from './mail-domains.ts'

const mostDomains = 100
/** Days a proof may be gone from the DNS before it stops counting. */
const graceDays = 3

/** A domain an organization claims. Throws NotFound. */
export async function domainById(ctx: Ctx, ssoProviderId: string, id: string): Promise<ClaimedDomain> {
  const found = await findDomain(ctx.db, ctx.organizationId, ssoProviderId, id)
  if (!found) throw NotFound()
  return found
}

/**
 * Claims a mail domain for a single sign-on. Nothing follows from it until it is proven.
 * @throws InvalidInput, DomainPublic, DomainClaimed, SsoTooMany
 */
export async function claimDomain(ctx: Ctx, ssoProviderId: string, text: string): Promise<string> {
  const domain = normalDomain(text)
  if (!domain) {
    const fields = [{ pointer: '/domain', code: 'format', message: 'is not a domain' }]
    throw InvalidInput({}, { fields })
  }
  if (isPublicMailDomain(domain)) throw DomainPublic({ domain })
  if ((await countDomains(ctx.db, ctx.organizationId)) >= mostDomains)
    throw SsoTooMany({ limit: mostDomains })
  const claim = { ssoProviderId, domain, verificationToken: randomToken() }
  const id = await insertDomain(ctx.db, ctx.organizationId, claim)
  if (!id) throw DomainClaimed()
  await record(ctx, 'identity.sso_domain_claimed', {
    entityType: 'sso_domain',
    entityId: id,
    after: { domain, ssoProviderId },
  })
  return id
}

/**
 * Looks the proof of a domain up in the DNS and, if it is there, lets the domain lead to the single sign-on. Opens
 * its own transaction, as the DNS may take its time.
 * @throws DomainNotProven, DomainTaken, NotFound, ProofTooOld
 */
export async function proveDomain(ctx: Ctx, claim: ClaimedDomain): Promise<void> {
  requireRecentProof(ctx)
  const { domain } = claim
  if ((await lookForProof(ctx.app, domain, claim.verificationToken)) !== 'there')
    throw DomainNotProven({ domain })
  await withTransaction(ctx.app, ctx, async (tx) => {
    await domainById(tx, claim.ssoProviderId, claim.id)
    await enter(tx, claim, 'dns')
  })
}

/** The people who run the installation vouch for a domain. @throws DomainTaken */
export async function enter(
  ctx: Ctx,
  claim: Pick<ClaimedDomain, 'id' | 'domain' | 'ssoProviderId'>,
  by: 'dns' | 'operator',
): Promise<void> {
  const { id, domain } = claim
  if (!(await enterProven(ctx.db, ctx.organizationId, { id, domain, by }))) throw DomainTaken()
  await record(ctx, 'identity.sso_domain_proven', {
    entityType: 'sso_domain',
    entityId: id,
    after: { domain, by, ssoProviderId: claim.ssoProviderId },
  })
}

/** Gives a domain up. From now on it leads nowhere. */
export async function dropDomain(ctx: Ctx, claim: Pick<ClaimedDomain, 'id' | 'domain'>): Promise<void> {
  await deleteDomain(ctx.db, ctx.organizationId, claim.id)
  await record(ctx, 'identity.sso_domain_dropped', {
    entityType: 'sso_domain',
    entityId: claim.id,
    before: { domain: claim.domain },
  })
}

/**
 * Looks every proof up again, so that a domain that changed hands stops counting. A proof that is gone counts for
 * three days more; a DNS that does not answer proves nothing either way.
 */
export async function lookAgain(app: App, now = new Date()): Promise<void> {
  for (const claim of await findDueDomains(app.database.db, 20)) {
    const found = await lookForProof(app, claim.domain, claim.verificationToken)
    if (found === 'unknown') continue
    const seed = { actor: system, organizationId: claim.organizationId, requestId: 'identity.sso_domains' }
    await withTransaction(app, seed, async (ctx) => {
      await noteLook(ctx.db, ctx.organizationId, claim.id, found === 'there')
      const since = claim.missingSince?.getTime()
      const isOver = since !== undefined && now.getTime() - since >= graceDays * 24 * 3600_000
      if (found === 'there' || !isOver) return
      await withdrawProof(ctx.db, ctx.organizationId, claim.id)
      await record(ctx, 'identity.sso_domain_withdrawn', {
        entityType: 'sso_domain',
        entityId: claim.id,
        before: { domain: claim.domain },
        metadata: { missingSince: claim.missingSince?.toISOString() },
      })
    })
  }
}
