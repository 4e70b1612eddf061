import { anyone } from '../../platform/actor.ts'
import { idCursor } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { PageQuery } from '../../platform/http/schemas.ts'
import { drawablePicture } from '../files/index.ts'
import { organizationOf } from '../identity/index.ts'
import { CertificateCheck, MyCertificates, NumberParams, RevocationBody } from './certificates.schemas.ts'
import {
  certificateByNumber,
  checkCertificate,
  myCertificates,
  ownCertificate,
  revokeCertificate,
} from './certificates.ts'
import { AlreadyRevoked, CertificateRevoked } from './errors.ts'
import { canRevokeCertificate, isMember } from './policy.ts'

export const certificateRoutes = [
  route({
    method: 'GET',
    path: '/certificates',
    summary: 'My certificates',
    query: PageQuery,
    response: MyCertificates,
    allow: isMember,
    handle: (ctx, _thing, { query }) =>
      myCertificates(ctx, { limit: query.limit, before: idCursor(query.cursor) }),
  }),
  route({
    method: 'GET',
    path: '/certificates/:number',
    summary: 'Check a certificate by its number; open to anybody',
    params: NumberParams,
    response: CertificateCheck,
    organization: 'none',
    limits: [{ by: 'ip', max: 60, windowSeconds: 60 }],
    load: (ctx, { params }) => certificateByNumber(ctx, params.number),
    allow: anyone,
    handle: checkCertificate,
  }),
  route({
    method: 'GET',
    path: '/certificates/:number/pdf',
    summary: 'A certificate as PDF; open to anybody who has the number',
    params: NumberParams,
    organization: 'none',
    limits: [{ by: 'ip', max: 30, windowSeconds: 60 }],
    errors: [CertificateRevoked],
    load: (ctx, { params }) => certificateByNumber(ctx, params.number),
    allow: anyone,
    handle: async (ctx, certificate, { reply }) => {
      if (certificate.revokedAt) throw CertificateRevoked()
      // Fonts and the PDF writer are only in memory where certificates are drawn.
      const { certificatePdf } = await import('./certificate-pdf.ts')
      const there = { ...ctx, organizationId: certificate.organizationId }
      const organization = await organizationOf(there)
      const { logoObjectId } = organization
      const { number } = certificate
      return reply
        .headers({
          'content-type': 'application/pdf',
          'content-disposition': `inline; filename="${number}.pdf"`,
          // Short, because a certificate may be revoked.
          'cache-control': 'private, max-age=300',
        })
        .send(
          certificatePdf({
            ...certificate,
            organizationName: organization.name,
            organizationLogo: logoObjectId ? await drawablePicture(there, logoObjectId, 400) : null,
            checkUrl: `${ctx.app.config.url}/certificates/${number}`,
          }),
        )
    },
  }),
  route({
    method: 'PUT',
    path: '/certificates/:number/revocation',
    summary: 'Revoke a certificate',
    params: NumberParams,
    body: RevocationBody,
    response: CertificateCheck,
    errors: [AlreadyRevoked],
    load: (ctx, { params }) => ownCertificate(ctx, params.number),
    allow: canRevokeCertificate,
    handle: async (ctx, certificate, { body }) =>
      checkCertificate(ctx, await revokeCertificate(ctx, certificate, body.reason.trim())),
  }),
]
