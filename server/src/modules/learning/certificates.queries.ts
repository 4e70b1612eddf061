import { sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type Certificate = {
  organizationId: string
  id: string
  enrollmentId: string
  courseId: string
  userId: string | null
  number: string
  recipientName: string
  courseTitle: string
  issuedAt: Date
  expiresAt: Date | null
  language: string | null
  revokedAt: Date | null
  revocationReason: string | null
}

export type CompletedEnrollment = {
  courseId: string
  courseTitle: string
  language: string
  certificateEnabled: boolean
  userId: string
  hasCertificate: boolean
}

/**
 * A completed enrolment; null when it is not completed (any more). The caller holds its row, from a statement
 * before this one, so that it sees the certificate somebody else has just issued.
 */
export async function findCompleted(
  db: Db,
  organizationId: string,
  enrollmentId: string,
): Promise<CompletedEnrollment | null> {
  const { rows } = await sql<CompletedEnrollment>`
    select e.course_id, c.title as course_title, c.language, c.certificate_enabled, e.user_id,
           exists (select 1 from learning.certificates k
                    where k.organization_id = e.organization_id and k.enrollment_id = e.id) as has_certificate
      from learning.enrollments e
      join learning.courses c on c.organization_id = e.organization_id and c.id = e.course_id
     where e.organization_id = ${organizationId} and e.id = ${enrollmentId} and e.status = 'completed'`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The next human number of a kind; the row is held until the transaction ends, so numbers have no gaps. */
export async function nextNumber(db: Db, organizationId: string, kind: string): Promise<number> {
  const { rows } = await sql<{ value: number }>`
    insert into platform.counters (organization_id, kind, value) values (${organizationId}, ${kind}, 1)
    on conflict (organization_id, kind) do update set value = platform.counters.value + 1
    returning value`.execute(db)
  return rows[0]!.value
}

/** Writes a certificate and its number into the directory over all organizations; null when there is one already. */
export async function insertCertificate(
  db: Db,
  organizationId: string,
  certificate: {
    enrollmentId: string
    courseId: string
    userId: string
    number: string
    recipientName: string
    courseTitle: string
    language: string
    issuedAt: Date
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with issued as (
      insert into learning.certificates (organization_id, enrollment_id, course_id, user_id, number, recipient_name, course_title, issued_at, metadata)
      values (${organizationId}, ${certificate.enrollmentId}, ${certificate.courseId}, ${certificate.userId}, ${certificate.number},
              ${certificate.recipientName}, ${certificate.courseTitle}, ${certificate.issuedAt},
              ${JSON.stringify({ language: certificate.language })}::jsonb)
      on conflict (organization_id, enrollment_id) do nothing
      returning organization_id, id, number
    ), listed as (
      insert into learning.certificate_numbers (number, organization_id, certificate_id) select number, organization_id, id from issued
    )
    select id from issued`.execute(db)
  return rows[0]?.id ?? null
}

/** A certificate by its number, wherever it was issued: the number is what allows to see it. */
export async function findByNumber(db: Db, number: string): Promise<Certificate | null> {
  const { rows } = await sql<Certificate>`
    select k.organization_id, k.id, k.enrollment_id, k.course_id, k.user_id, k.number, k.recipient_name, k.course_title, k.issued_at,
           k.expires_at, k.metadata->>'language' as language, r.revoked_at, r.reason as revocation_reason
      from learning.certificate_numbers d
      join learning.certificates k on k.organization_id = d.organization_id and k.id = d.certificate_id
      left join learning.certificate_revocations r on r.organization_id = k.organization_id and r.certificate_id = k.id
     where d.number = ${number}`.execute(db)
  return rows[0] ?? null
}

/** A person's certificates, the newest first. */
export async function listMine(
  db: Db,
  organizationId: string,
  userId: string,
  page: { limit: number; before: string | null },
): Promise<Certificate[]> {
  const { rows } = await sql<Certificate>`
    select k.organization_id, k.id, k.enrollment_id, k.course_id, k.user_id, k.number, k.recipient_name, k.course_title, k.issued_at,
           k.expires_at, k.metadata->>'language' as language, r.revoked_at, r.reason as revocation_reason
      from learning.certificates k
      left join learning.certificate_revocations r on r.organization_id = k.organization_id and r.certificate_id = k.id
     where k.organization_id = ${organizationId} and k.user_id = ${userId}
       ${page.before ? sql`and k.id < ${page.before}` : sql``}
     order by k.id desc limit ${page.limit + 1}`.execute(db)
  return rows
}

/** Revokes once; false when it had been revoked. */
export async function insertRevocation(
  db: Db,
  organizationId: string,
  revocation: { certificateId: string; reason: string; revokedBy: string | null; now: Date },
): Promise<boolean> {
  const { rows } = await sql`
    insert into learning.certificate_revocations (organization_id, certificate_id, reason, revoked_by, revoked_at)
    values (${organizationId}, ${revocation.certificateId}, ${revocation.reason}, ${revocation.revokedBy}, ${revocation.now})
    on conflict do nothing returning certificate_id`.execute(db)
  return rows.length === 1
}
