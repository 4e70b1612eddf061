import { Type } from 'typebox'
import { Id, Nullable, OneOf, PageOf, Timestamp } from '../../platform/http/schemas.ts'

export const NumberParams = Type.Object({
  number: Type.String({ minLength: 1, maxLength: 60, description: 'Such as STOA-2026-000042-7K3QWM' }),
})

export const certificateStatuses = ['valid', 'revoked', 'expired'] as const

/** What anybody who has its number may know of a certificate. */
export const CertificateCheck = Type.Object({
  number: Type.String(),
  status: OneOf(certificateStatuses),
  recipientName: Type.String(),
  courseTitle: Type.String(),
  organizationName: Type.String(),
  issuedAt: Timestamp,
  expiresAt: Nullable(Timestamp),
  revokedAt: Nullable(Timestamp),
  revocationReason: Nullable(Type.String()),
  isMine: Type.Boolean(),
  can: Type.Object({ revoke: Type.Boolean() }),
})

export const MyCertificate = Type.Object({
  id: Id,
  number: Type.String(),
  status: OneOf(certificateStatuses),
  courseId: Id,
  courseTitle: Type.String(),
  recipientName: Type.String(),
  issuedAt: Timestamp,
  expiresAt: Nullable(Timestamp),
})
export const MyCertificates = PageOf(MyCertificate)

export const RevocationBody = Type.Object(
  { reason: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }) },
  { additionalProperties: false },
)
