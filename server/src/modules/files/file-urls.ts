import type { Ctx } from '../../platform/ctx.ts'
import { type Keys, sameBytes } from '../../platform/keys.ts'
import { lastPart } from './file-names.ts'
import { hasVariants } from './file-types.ts'
import { findLinkFacts, type LinkFacts } from './objects.queries.ts'

export const variants = ['original', 'web', 'thumb'] as const
export type Variant = (typeof variants)[number]

const week = 7 * 24 * 3600

/**
 * Addresses of files, for those that exist: a path below the public address of the installation. Whoever has
 * one may see the file for one to two weeks, without signing in; within a calendar week the address of a file
 * stays the same, so pages that hold it can be shared and cached. Files of public buckets have a lasting one.
 */
export async function fileUrls(
  ctx: Ctx,
  objectIds: string[],
  options: { variant?: Variant } = {},
): Promise<Map<string, string>> {
  if (objectIds.length === 0) return new Map()
  const rows = await findLinkFacts(ctx.db, ctx.organizationId, objectIds)
  return new Map(rows.map((row) => [row.id, fileUrl(ctx, row, options.variant ?? 'original')]))
}

/** A file as a page shows it; a picture with its size in pixels, where that is known. */
export type ShownFile = { url: string; width: number | null; height: number | null }

/** Files as pages show them, for those that exist. The addresses are those of `fileUrls`. */
export async function shownFiles(ctx: Ctx, objectIds: string[]): Promise<Map<string, ShownFile>> {
  if (objectIds.length === 0) return new Map()
  const rows = await findLinkFacts(ctx.db, ctx.organizationId, objectIds)
  return new Map(
    rows.map((row) => [row.id, { url: fileUrl(ctx, row, 'original'), width: row.width, height: row.height }]),
  )
}

export function fileUrl(ctx: Ctx, file: LinkFacts, variant: Variant): string {
  const served = hasVariants(file.mimeType) ? variant : 'original'
  const place = `${ctx.organizationId}/${file.id}/${served}`
  const expires = (Math.floor(ctx.now.getTime() / 1000 / week) + 2) * week
  const access = file.public ? 'public' : `${expires.toString(36)}-${signature(ctx.app.keys, place, expires)}`
  return `/media/${place}/${access}/${encodeURIComponent(lastPart(file.path))}`
}

/** What the access part of an address allows: until when (seconds since 1970), or null when it was made up. */
export function checkAccess(keys: Keys, place: string, access: string): { until: number } | null {
  const [, time, signed] = access.match(/^([0-9a-z]{1,8})-([\w-]{22})$/) ?? []
  if (!time || !signed) return null
  const until = Number.parseInt(time, 36)
  return sameBytes(Buffer.from(signed), Buffer.from(signature(keys, place, until))) ? { until } : null
}

const signature = (keys: Keys, place: string, expires: number) =>
  keys.mac('file-url', `${place}/${expires}`).subarray(0, 16).toString('base64url')
