import type { Ctx } from '../../../platform/ctx.ts'
import { record } from '../../audit/index.ts'
import { ManagerCycle, NoSuchManager } from '../errors.ts'
import { lockOrganization } from '../organizations/organizations.queries.ts'
import { type Employment, setManager, standsAbove, updateEmployment } from './managers.queries.ts'
import { findMember, type MemberRow } from './members.queries.ts'

/**
 * Puts a member under another one, by membership id. Until the transaction ends nobody else in the organization
 * gets another manager, so two changes cannot close a circle together.
 * @throws ManagerCycle
 */
export async function placeUnder(ctx: Ctx, membershipId: string, managerId: string | null): Promise<void> {
  if (managerId !== null) {
    await lockOrganization(ctx.db, ctx.organizationId)
    if (await standsAbove(ctx.db, ctx.organizationId, membershipId, managerId)) throw ManagerCycle()
  }
  await setManager(ctx.db, ctx.organizationId, membershipId, managerId)
}

/**
 * Says who a person reports to; null: nobody.
 * @param managerId another person of the organization
 * @throws NoSuchManager, ManagerCycle
 */
export async function assignManager(ctx: Ctx, member: MemberRow, managerId: string | null): Promise<void> {
  const manager = managerId === null ? null : await findMember(ctx.db, ctx.organizationId, managerId)
  if (managerId !== null && !manager) throw NoSuchManager()
  await placeUnder(ctx, member.membershipId, manager?.membershipId ?? null)
  await record(ctx, 'identity.manager_assigned', {
    entityType: 'person',
    entityId: member.id,
    targetId: manager?.id ?? null,
  })
}

/** Changes what is given of where and as what a person works. */
export async function changeEmployment(
  ctx: Ctx,
  member: MemberRow,
  changes: Partial<Employment>,
): Promise<void> {
  const { jobTitle, department, officeLocation, phone, mobilePhone } = member
  const before = { jobTitle, department, officeLocation, phone, mobilePhone }
  const next = { ...before, ...changes }
  await updateEmployment(ctx.db, ctx.organizationId, member.membershipId, next)
  await record(ctx, 'identity.employment_changed', {
    entityType: 'person',
    entityId: member.id,
    before,
    after: next,
  })
}
