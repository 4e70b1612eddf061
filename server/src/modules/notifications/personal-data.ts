import { findMailsOf, removeMailsOf } from '../../platform/mail/mails.queries.ts'
import { nothingOr, type PersonalData } from '../../platform/personal-data.ts'
import { deleteNoticesOf, findNoticesOf } from './personal-data.queries.ts'

/** Notices and mails go with the person they went to. */
export const personalData: PersonalData = {
  async export(ctx, userId) {
    const mails = await findMailsOf(ctx.db, ctx.organizationId, userId)
    return nothingOr({ ...(await findNoticesOf(ctx.db, ctx.organizationId, userId)), mails })
  },
  async erase(ctx, userId) {
    await deleteNoticesOf(ctx.db, ctx.organizationId, userId)
    await removeMailsOf(ctx.db, ctx.organizationId, userId)
  },
}
