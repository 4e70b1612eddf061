import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { type Ctx, withTransaction } from '../../platform/ctx.ts'
import { NotFound, TooLarge } from '../../platform/errors.ts'
import { idCursor, pageOf } from '../../platform/http/cursor.ts'
import { route } from '../../platform/http/route.ts'
import { Id, Nullable, OneOf, PageOf, PageQuery } from '../../platform/http/schemas.ts'
import { record } from '../audit/index.ts'
import {
  DiskFull,
  FileInUse,
  NameRefused,
  NoFile,
  TypeMismatch,
  TypeNotAllowed,
  UploadBroken,
} from './errors.ts'
import { lastPart } from './file-names.ts'
import { fileUrl } from './file-urls.ts'
import { findObjects, listObjects, type ObjectRow } from './objects.queries.ts'
import { AltText, Caption, FileShape, mediaTypes, uploadBuckets } from './objects.schemas.ts'
import { deleteObject, describeObject, keepFile } from './objects.ts'
import { canBrowse, canChange, canUpload, mayUseFile, seesAll } from './policy.ts'
import { discardBytes, type FileData, receiveFile } from './receiving.ts'
import { lingerOver, uploadOf } from './uploads.ts'

const params = Type.Object({ id: Id })

export const objectRoutes = [
  route({
    method: 'POST',
    path: '/objects',
    summary: 'Upload a file',
    query: Type.Object({
      name: Type.Optional(
        Type.String({ minLength: 1, maxLength: 1000, description: 'File name; a form brings its own' }),
      ),
      bucket: OneOf(uploadBuckets, { default: 'attachments' }),
      altText: Type.Optional(AltText),
    }),
    body: Type.Unsafe<FileData>({
      type: 'string',
      format: 'binary',
      description:
        'The bytes, under the content type of the file, or a form (multipart/form-data) with one file.',
    }),
    response: FileShape,
    status: 201,
    errors: [TooLarge, TypeMismatch, TypeNotAllowed, NameRefused, UploadBroken, NoFile, DiskFull],
    rawBody: true,
    // The bytes may take minutes; only the row is written in a transaction.
    transaction: false,
    allow: canUpload,
    handle: (ctx, _, { query, request }) => uploadObject(ctx, request, query),
  }),
  route({
    method: 'GET',
    path: '/objects',
    summary: 'Files, newest first',
    query: Type.Object({
      ...PageQuery.properties,
      bucket: Type.Optional(OneOf([...uploadBuckets, 'imports'] as const)),
      mediaType: Type.Optional(OneOf(mediaTypes)),
    }),
    response: PageOf(FileShape),
    allow: canBrowse,
    async handle(ctx, _, { query }) {
      const rows = await listObjects(ctx.db, ctx.organizationId, {
        limit: query.limit,
        before: idCursor(query.cursor),
        ownerId: seesAll(ctx.actor) ? null : ctx.actor.userId,
        bucket: query.bucket ?? null,
        mediaType: query.mediaType ?? null,
      })
      const page = pageOf(rows, query.limit, (row) => row.id)
      return { ...page, items: page.items.map((row) => shown(ctx, row)) }
    },
  }),
  route({
    method: 'GET',
    path: '/objects/:id',
    summary: 'One file',
    params,
    response: FileShape,
    load: (ctx, { params }) => visibleObject(ctx, params.id),
    allow: canBrowse,
    handle: async (ctx, object) => shown(ctx, object),
  }),
  route({
    method: 'PATCH',
    path: '/objects/:id',
    summary: 'Describe a file',
    params,
    body: Type.Object(
      { altText: Type.Optional(Nullable(AltText)), caption: Type.Optional(Nullable(Caption)) },
      { additionalProperties: false, minProperties: 1 },
    ),
    response: FileShape,
    load: (ctx, { params }) => visibleObject(ctx, params.id),
    allow: canChange,
    version: (object) => object.updatedAt.getTime(),
    handle: async (ctx, object, { body }) => shown(ctx, await describeObject(ctx, object, body)),
  }),
  route({
    method: 'DELETE',
    path: '/objects/:id',
    summary: 'Delete a file nobody uses',
    params,
    response: Type.Null(),
    errors: [FileInUse],
    load: (ctx, { params }) => visibleObject(ctx, params.id),
    allow: canChange,
    async handle(ctx, object) {
      await deleteObject(ctx, object)
      return null
    },
  }),
]

async function visibleObject(ctx: Ctx, id: string): Promise<ObjectRow> {
  const [object] = await findObjects(ctx.db, ctx.organizationId, [id])
  if (!object || !mayUseFile(ctx.actor, object)) throw NotFound()
  return object
}

async function uploadObject(
  ctx: Ctx,
  request: FastifyRequest,
  query: { name?: string; bucket: (typeof uploadBuckets)[number]; altText?: string },
) {
  try {
    const { data, name, declaredType } = await uploadOf(request)
    const { bucket, altText = null } = query
    const received = await receiveFile(ctx.app, ctx.organizationId, {
      bucket,
      name: query.name ?? name,
      data,
      declaredType,
    })
    try {
      return await withTransaction(ctx.app, ctx, async (inside) => {
        const { objectId, ...file } = await keepFile(inside, received, { ownerId: ctx.actor.userId, altText })
        await record(inside, 'files.object_uploaded', {
          entityType: 'file',
          entityId: objectId,
          after: { name: file.name, mimeType: file.mimeType, size: file.size, bucket },
        })
        return shown(inside, await visibleObject(inside, objectId))
      })
    } catch (error) {
      await discardBytes(ctx.app, ctx.organizationId, received.version)
      throw error
    }
  } catch (error) {
    lingerOver(request)
    throw error
  }
}

function shown(ctx: Ctx, object: ObjectRow): FileShape {
  const { path, public: _, version: __, bucketId: ___, sha256, ...rest } = object
  const change = canChange(ctx.actor, object) === true
  return {
    ...rest,
    name: lastPart(path),
    sha256: sha256.toString('hex'),
    urls: {
      original: fileUrl(ctx, object, 'original'),
      web: fileUrl(ctx, object, 'web'),
      thumb: fileUrl(ctx, object, 'thumb'),
    },
    can: { edit: change, delete: change },
  }
}
