import { generateKeyBetween } from 'fractional-indexing'

/** A row among its siblings. */
export type Placed = { id: string; position: string }

/**
 * The fractional index right after a sibling.
 * @param siblings in order; the row that moves may be among them
 * @param after id of the sibling to follow, null for the first place, undefined for the last
 * @returns null when `after` is no sibling
 */
export function positionAfter(
  siblings: Placed[],
  after: string | null | undefined,
  moving?: string,
): string | null {
  const others = siblings.filter((sibling) => sibling.id !== moving)
  if (after === undefined) return generateKeyBetween(others.at(-1)?.position ?? null, null)
  const index = after === null ? -1 : others.findIndex((sibling) => sibling.id === after)
  if (after !== null && index === -1) return null
  const before = others[index]?.position ?? null
  // Lists without a unique place may hold two rows on the same one.
  const next = others.slice(index + 1).find((sibling) => before === null || sibling.position > before)
  return generateKeyBetween(before, next?.position ?? null)
}
