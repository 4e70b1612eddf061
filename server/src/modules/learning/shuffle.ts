import { createHash } from 'node:crypto'

/** The same items in an order that depends on the seed alone: an attempt looks the same each time it is opened. */
export function shuffled<T extends { id: string }>(items: readonly T[], seed: string): T[] {
  const place = (item: T) => createHash('sha256').update(`${seed} ${item.id}`).digest('hex')
  return items
    .map((item) => ({ item, place: place(item) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item)
}
