/**
 * Keeps what is the same for everybody as long as its revision stands, in this process. The key names the
 * revision, so nothing has to be told when it changes: the old entry is just not asked for any more. Another
 * process makes the same value from the same revision.
 * @param room how much is kept: values, or what `weigh` tells of each; what was not used longest goes first
 */
export function createRevisionCache<T>(room: number, weigh: (value: T) => number = () => 1) {
  // Maps remember the order of insertion, so the first entry is the one not used longest.
  const entries = new Map<string, { value: T; weight: number }>()
  let taken = 0

  function keep(key: string, value: T) {
    taken -= entries.get(key)?.weight ?? 0
    entries.delete(key)
    const weight = weigh(value)
    entries.set(key, { value, weight })
    taken += weight
    for (const [oldest, { weight: freed }] of entries) {
      if (taken <= room) return
      entries.delete(oldest)
      taken -= freed
    }
  }

  return {
    /** The kept value, else a fresh one. Two that ask at once may both make it. */
    async get(key: string, make: () => Promise<T>): Promise<T> {
      const kept = entries.get(key)
      if (kept === undefined) {
        const made = await make()
        keep(key, made)
        return made
      }
      entries.delete(key)
      entries.set(key, kept)
      return kept.value
    },
  }
}
