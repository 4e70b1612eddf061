import { type Static, Type } from 'typebox'
import { Id, Nullable, OneOf, Timestamp } from '../../platform/http/schemas.ts'

export const uploadBuckets = ['attachments', 'course-media', 'public'] as const
export const mediaTypes = ['image', 'video', 'audio', 'document'] as const

export const AltText = Type.String({
  maxLength: 1000,
  description: 'What a picture shows, for those who do not see it',
})
export const Caption = Type.String({ maxLength: 2000 })

export const FileShape = Type.Object({
  id: Id,
  name: Type.String(),
  bucket: Type.String(),
  mimeType: Type.String(),
  mediaType: OneOf(mediaTypes),
  size: Type.Integer({ description: 'Bytes' }),
  sha256: Type.String({ description: 'Hexadecimal' }),
  width: Nullable(Type.Integer({ description: 'Pixels' })),
  height: Nullable(Type.Integer({ description: 'Pixels' })),
  durationMs: Nullable(Type.Integer()),
  altText: Nullable(Type.String()),
  caption: Nullable(Type.String()),
  ownerId: Nullable(Id),
  createdAt: Timestamp,
  updatedAt: Timestamp,
  expiresAt: Nullable(Timestamp),
  urls: Type.Object(
    { original: Type.String(), web: Type.String(), thumb: Type.String() },
    {
      description:
        'Paths below the address of the installation; they work without signing in for one to two weeks',
    },
  ),
  can: Type.Object({ edit: Type.Boolean(), delete: Type.Boolean() }),
})
export type FileShape = Static<typeof FileShape>
