import type { Ctx } from '../../platform/ctx.ts'

/** Addresses of files by object id; what is gone is not in the map. */
export async function fileAddresses(_ctx: Ctx, _ids: string[], _variant?: 'web' | 'thumb'): Promise<Map<string, string>> {
  return new Map()
}

export type NeededFile = { objectId: string; mediaType: string }

/** Refuses files that are not there or of another type. */
export async function mustBeUsable(_ctx: Ctx, _files: NeededFile[]): Promise<void> {}
