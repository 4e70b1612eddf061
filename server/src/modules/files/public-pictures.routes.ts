import { Type } from 'typebox'
import { type Actor, holds, refuse, type Verdict } from '../../platform/actor.ts'
import { TooLarge } from '../../platform/errors.ts'
import { route } from '../../platform/http/route.ts'
import { Empty } from '../../platform/http/schemas.ts'
import { type OrganizationPicture, showAvatar, showOrganizationPicture } from '../identity/index.ts'
import { DiskFull, NoFile, PictureUnreadable, TypeMismatch, TypeNotAllowed, UploadBroken } from './errors.ts'
import { type PublicPicture, removePicture, replacePicture } from './public-pictures.ts'
import type { FileData } from './receiving.ts'

const body = Type.Unsafe<FileData>({
  type: 'string',
  format: 'binary',
  description:
    'PNG, JPEG, WebP or AVIF of at most 10 MB, as it is, or a form (multipart/form-data) with one file.',
})
const errors = [TooLarge, TypeMismatch, TypeNotAllowed, PictureUnreadable, UploadBroken, NoFile, DiskFull]
/** The bytes may take minutes; only the row is written in a transaction. */
const upload = {
  rawBody: true,
  transaction: false,
  limits: [{ by: 'actor' as const, max: 30, windowSeconds: 3600 }],
}

/** Members show their own face, and nobody else's while they act in another's name. */
function canShowOneself(actor: Actor): Verdict {
  if (actor.impersonatedBy) return refuse('not_while_impersonating')
  if (actor.kind !== 'person') return refuse('sign_in_required')
  return actor.membershipId !== null || refuse('not_a_member')
}

const avatar: PublicPicture = { bucket: 'portraits', name: 'avatar.webp', side: 800 }
const ofOrganization: Record<OrganizationPicture, PublicPicture> = {
  logo: { bucket: 'public', name: 'logo.webp', side: 800 },
  cover: { bucket: 'public', name: 'cover.webp', side: 2400 },
}

export const publicPictureRoutes = [
  route({
    method: 'PUT',
    path: '/me/avatar',
    summary: 'Show a picture with my name',
    body,
    response: Empty,
    errors,
    ...upload,
    allow: canShowOneself,
    async handle(ctx, _thing, { request }) {
      await replacePicture(ctx, request, avatar, showAvatar)
      return null
    },
  }),
  route({
    method: 'DELETE',
    path: '/me/avatar',
    summary: 'Show no picture with my name',
    response: Empty,
    allow: canShowOneself,
    async handle(ctx) {
      await removePicture(ctx, await showAvatar(ctx, null))
      return null
    },
  }),
  ...picturesOfOrganization('logo', 'the logo of the organization'),
  ...picturesOfOrganization('cover', 'the cover of the organization'),
]

function picturesOfOrganization(which: OrganizationPicture, what: string) {
  const allow = holds('identity.settings.manage')
  return [
    route({
      method: 'PUT',
      path: `/organization/${which}`,
      summary: `Change ${what}`,
      body,
      response: Empty,
      errors,
      ...upload,
      allow,
      async handle(ctx, _thing, { request }) {
        await replacePicture(ctx, request, ofOrganization[which], (inside, objectId) =>
          showOrganizationPicture(inside, which, objectId),
        )
        return null
      },
    }),
    route({
      method: 'DELETE',
      path: `/organization/${which}`,
      summary: `Remove ${what}`,
      response: Empty,
      allow,
      async handle(ctx) {
        await removePicture(ctx, await showOrganizationPicture(ctx, which, null))
        return null
      },
    }),
  ]
}
