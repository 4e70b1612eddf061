/**
 * Keeps what is the same for everybody as long as its revision stands, in this process. The key names the
 * revision, so nothing has to be told when it changes: the old entry is just not asked for any more. Another
 * process makes the same value from the same revision.
 */
export function createRevisionCache<T>(limit: number) {
  const entries = new Map<string, T>()
  return {
    /** The kept value, else a fresh one. Two that ask at once may both make it. */
    async get(key: string, make: () => Promise<T>): Promise<T> {
      const kept = entries.get(key)
      if (kept !== undefined) {
        // Maps remember the order of insertion: what is used moves to the end, what is not used falls out first.
        entries.delete(key)
        entries.set(key, kept)
        return kept
      }
      const made = await make()
      entries.set(key, made)
      if (entries.size > limit) entries.delete(entries.keys().next().value ?? key)
      return made
    },
  }
}
