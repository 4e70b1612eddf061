import { generateKeyBetween } from 'fractional-indexing'

/** A row among its siblings. */
export type Placed = { id: string; position: string }

/**
 * The fractional index right after a sibling.
 * @param siblings in order; the row that moves may be among them
 * @param after id of the sibling to follow, null for the first place, undefined for the last
 * @returns null when `after` is no sibling
 */
export function positionAfter(siblings: Placed[], after: string | null | undefined, moving?: string): string | null {
  const others = siblings.filter((sibling) => sibling.id !== moving)
  if (after === undefined) return generateKeyBetween(others.at(-1)?.position ?? null, null)
  const index = after === null ? -1 : others.findIndex((sibling) => sibling.id === after)
  if (after !== null && index === -1) return null
  return generateKeyBetween(others[index]?.position ?? null, others[index + 1]?.position ?? null)
}
