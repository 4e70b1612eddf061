import type { Table } from './catalog.ts'

/** Uniques over all organizations, each with its reason. Anything else must begin with organization_id. */
const directories: Record<string, string> = {
  'storage.buckets.buckets_name_key': 'bucket names are a directory of the storage protocol',
  'auth.invitations.invitations_token':
    'an invitation is looked up by its token before the organization is known',
}

/** What breaks the tenant rules of the schema: keys, uniques and foreign keys of every tenant table begin with organization_id. */
export function tenantKeyProblems(tables: Table[]): string[] {
  const problems: string[] = []
  const isGlobal = (table: Table) =>
    table.comment?.startsWith('Global:') === true || fullName(table) === 'auth.organizations'
  const tenant = new Set(tables.filter((table) => !isGlobal(table)).map(fullName))
  for (const table of tables) {
    const name = fullName(table)
    if (!table.comment) problems.push(`${name} has no comment; say in one sentence what it is for.`)
    if (!tenant.has(name)) continue
    const key = table.constraints.find((constraint) => constraint.kind === 'p')
    if (key?.columns[0] !== 'organization_id') {
      problems.push(
        `The primary key of ${name} does not begin with organization_id. If the table is global, its comment begins with "Global:" and says why.`,
      )
    }
    const uniques = [
      ...table.constraints.filter((constraint) => constraint.kind === 'u'),
      ...table.indexes.filter((index) => index.unique),
    ]
    for (const unique of uniques) {
      if (unique.columns[0] !== 'organization_id' && !directories[`${name}.${unique.name}`]) {
        problems.push(`The unique ${unique.name} of ${name} does not begin with organization_id.`)
      }
    }
    for (const constraint of table.constraints) {
      if (
        constraint.kind === 'f' &&
        constraint.target &&
        tenant.has(constraint.target) &&
        constraint.columns[0] !== 'organization_id'
      ) {
        problems.push(
          `The foreign key ${constraint.name} of ${name} could point into another organization: begin it with organization_id.`,
        )
      }
    }
  }
  return problems
}

const fullName = (table: Table) => `${table.schema}.${table.name}`
