import { randomInt } from 'node:crypto'
import type { Static } from 'typebox'
import type { Ctx } from '../../platform/ctx.ts'
import { NotFound } from '../../platform/errors.ts'
import { announce } from '../../platform/events/events.ts'
import { pageOf } from '../../platform/http/cursor.ts'
import type { Page } from '../../platform/http/schemas.ts'
import { record } from '../audit/index.ts'
import { organizationOf, peopleByIds } from '../identity/index.ts'
import {
  type Certificate,
  findByNumber,
  findCompleted,
  insertCertificate,
  insertRevocation,
  listMine,
  nextNumber,
} from './certificates.queries.ts'
import type { CertificateCheck, MyCertificate } from './certificates.schemas.ts'
import { lockEnrollment } from './enrollments.queries.ts'
import { AlreadyRevoked } from './errors.ts'
import { certificateIssued, certificateRevoked } from './events.ts'
import { canRevokeCertificate } from './policy.ts'

/**
 * Issues the certificate of a completed course, with the names as they are now. Once per enrolment; a course
 * without certificates, or an enrolment that is not completed, gets none.
 * @returns its number when it is new
 */
export async function issueCertificate(ctx: Ctx, enrollmentId: string): Promise<string | null> {
  await lockEnrollment(ctx.db, ctx.organizationId, enrollmentId)
  const enrollment = await findCompleted(ctx.db, ctx.organizationId, enrollmentId)
  if (!enrollment || enrollment.hasCertificate || !enrollment.certificateEnabled) return null
  const { courseId, userId, courseTitle, language } = enrollment
  const organization = await organizationOf(ctx)
  const recipient = (await peopleByIds(ctx, [userId])).get(userId)
  const number = await newNumber(ctx, organization.slug)
  const recipientName = recipient?.name ?? ''
  const id = await insertCertificate(ctx.db, ctx.organizationId, {
    enrollmentId,
    courseId,
    userId,
    number,
    recipientName,
    courseTitle,
    language,
    issuedAt: ctx.now,
  })
  if (!id) return null
  await announce(ctx, certificateIssued, { enrollmentId, courseId, userId, certificateId: id, number })
  await record(ctx, 'learning.certificate_issued', {
    entityType: 'certificate',
    entityId: id,
    targetId: userId,
    after: { number, courseTitle },
    metadata: { courseId, enrollmentId },
  })
  return number
}

/** Crockford's letters: none that is mistaken for another. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/**
 * `STOA-2026-000042-7K3QWM`: whose, when, which one, and 30 random bits, so that nobody finds certificates by
 * counting.
 */
async function newNumber(ctx: Ctx, slug: string): Promise<string> {
  const year = ctx.now.getUTCFullYear()
  const place = await nextNumber(ctx.db, ctx.organizationId, `certificate:${year}`)
  const prefix = (slug.split('-')[0] ?? '').slice(0, 10).toUpperCase() || 'STOA'
  const rest = Array.from({ length: 6 }, () => letters[randomInt(letters.length)]).join('')
  return `${prefix}-${year}-${String(place).padStart(6, '0')}-${rest}`
}

/** The shape of a number, so that nonsense does not reach the database. */
const numberShape = /^[A-Z0-9]{1,10}-\d{4}-\d{6,12}-[0-9A-Z]{6}$/

/** A certificate by its number, as people type it. */
export async function certificateByNumber(ctx: Ctx, typed: string): Promise<Certificate> {
  const number = typed.trim().toUpperCase()
  const certificate = numberShape.test(number) ? await findByNumber(ctx.db, number) : null
  if (!certificate) throw NotFound()
  return certificate
}

/** A certificate of this organization, by its number. */
export async function ownCertificate(ctx: Ctx, typed: string): Promise<Certificate> {
  const certificate = await certificateByNumber(ctx, typed)
  if (certificate.organizationId !== ctx.organizationId) throw NotFound()
  return certificate
}

export const statusOf = (certificate: Certificate, now: Date): Static<typeof CertificateCheck>['status'] =>
  certificate.revokedAt
    ? 'revoked'
    : certificate.expiresAt && certificate.expiresAt <= now
      ? 'expired'
      : 'valid'

/** What anybody who has the number may know. */
export async function checkCertificate(
  ctx: Ctx,
  certificate: Certificate,
): Promise<Static<typeof CertificateCheck>> {
  const organization = await organizationOf({ ...ctx, organizationId: certificate.organizationId })
  const { number, recipientName, courseTitle, issuedAt, expiresAt, revokedAt, revocationReason } = certificate
  return {
    number,
    recipientName,
    courseTitle,
    issuedAt,
    expiresAt,
    revokedAt,
    revocationReason,
    organizationName: organization.name,
    status: statusOf(certificate, ctx.now),
    isMine: ctx.actor.userId !== null && certificate.userId === ctx.actor.userId,
    can: {
      revoke:
        certificate.organizationId === ctx.organizationId &&
        revokedAt === null &&
        canRevokeCertificate(ctx.actor) === true,
    },
  }
}

/** My certificates, the newest first. */
export async function myCertificates(
  ctx: Ctx,
  page: { limit: number; before: string | null },
): Promise<Page<Static<typeof MyCertificate>>> {
  const rows = await listMine(ctx.db, ctx.organizationId, ctx.actor.userId ?? '', page)
  const { items, next } = pageOf(rows, page.limit, (row) => row.id)
  return {
    items: items.map(({ id, number, courseId, courseTitle, recipientName, issuedAt, expiresAt, ...row }) => ({
      id,
      number,
      courseId,
      courseTitle,
      recipientName,
      issuedAt,
      expiresAt,
      status: statusOf(
        { id, number, courseId, courseTitle, recipientName, issuedAt, expiresAt, ...row },
        ctx.now,
      ),
    })),
    next,
  }
}

/**
 * Takes a certificate back; the public check says so from now on.
 * @throws AlreadyRevoked
 */
export async function revokeCertificate(
  ctx: Ctx,
  certificate: Certificate,
  reason: string,
): Promise<Certificate> {
  const isNew = await insertRevocation(ctx.db, ctx.organizationId, {
    certificateId: certificate.id,
    reason,
    revokedBy: ctx.actor.userId,
    now: ctx.now,
  })
  if (!isNew) throw AlreadyRevoked()
  await announce(ctx, certificateRevoked, { certificateId: certificate.id, number: certificate.number })
  await record(ctx, 'learning.certificate_revoked', {
    entityType: 'certificate',
    entityId: certificate.id,
    targetId: certificate.userId,
    before: { status: 'valid' },
    after: { status: 'revoked', reason },
    metadata: { number: certificate.number, courseId: certificate.courseId },
  })
  return { ...certificate, revokedAt: ctx.now, revocationReason: reason }
}
