import type { Ctx } from './ctx.ts'

/**
 * What a module keeps of a person at one organization, that of `ctx`: people can take it along, and it goes when they
 * do. A person who is erased stays as a row without name and address, so what only names their id stays as it is.
 */
export type PersonalData = {
  /** Everything the module keeps of them, readable: null when that is nothing. */
  export(ctx: Ctx, userId: string): Promise<Record<string, unknown> | null>
  /** Removes what says who they are. May run more than once. Left out by modules that keep only the id. */
  erase?(ctx: Ctx, userId: string): Promise<void>
}

/** Null when none of the lists has anything in it. */
export const nothingOr = <T extends Record<string, readonly unknown[]>>(lists: T): T | null =>
  Object.values(lists).some((list) => list.length > 0) ? lists : null
