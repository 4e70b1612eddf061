const exempt = /\/\* all organizations: [^*]+\*\//

/**
 * Refuses any statement that touches a tenant's table without its organization_id. Housekeeping over all
 * organizations says so in the statement: `/* all organizations: why *\/`.
 */
export function tenantGuard(tenantTables: string[]): (text: string) => void {
  const names = tenantTables.map((name) => {
    const [schema, table] = name.split('.')
    return { name, pattern: new RegExp(`(?<![\\w"])"?${schema}"?\\."?${table}"?(?![\\w"])`) }
  })
  return (text) => {
    if (exempt.test(text) || /^\s*(select platform\.make_partitions|listen|notify)/i.test(text)) return
    for (const { name, pattern } of names) {
      if (pattern.test(text) && !text.includes('organization_id')) {
        throw new Error(`A statement on ${name} does not name organization_id:\n${text}`)
      }
    }
  }
}
