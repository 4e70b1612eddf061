/** Where the facts about a person are in what a provider tells. Stored as GoTrue stores it, plus `roles`. */
export type AttributeMapping = {
  keys: Record<string, { name?: string; names?: string[]; default?: unknown; array?: boolean }>
  /** Role by group: whoever is in the group holds the role, whoever is not does not. */
  roles?: Record<string, string>
}

/** What a provider tells about somebody: every attribute or claim with its values. */
export type Attributes = Map<string, string[]>

export type SsoProfile = {
  email: string | null
  name: string | null
  firstName: string | null
  lastName: string | null
  groups: string[]
  /** Further keys of the mapping. */
  custom: Record<string, unknown>
}

const claim = 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims'
/** Names in common use: OpenID Connect, LDAP, their OIDs (RFC 4524, eduPerson), Microsoft, OneLogin. */
const usual = {
  email: [
    'email',
    'mail',
    'emailAddress',
    `${claim}/emailaddress`,
    'http://schemas.xmlsoap.org/claims/EmailAddress',
    'urn:oid:0.9.2342.19200300.100.1.3',
    'urn:oid:1.2.840.113549.1.9.1',
    'User.email',
  ],
  name: [
    'displayName',
    'name',
    'cn',
    'http://schemas.microsoft.com/identity/claims/displayname',
    'urn:oid:2.16.840.1.113730.3.1.241',
    'urn:oid:2.5.4.3',
  ],
  firstName: [
    'givenName',
    'given_name',
    'firstName',
    'first_name',
    `${claim}/givenname`,
    'urn:oid:2.5.4.42',
    'User.FirstName',
  ],
  lastName: [
    'sn',
    'surname',
    'family_name',
    'lastName',
    'last_name',
    `${claim}/surname`,
    'urn:oid:2.5.4.4',
    'User.LastName',
  ],
  groups: [
    'groups',
    'memberOf',
    'http://schemas.xmlsoap.org/claims/Group',
    'http://schemas.microsoft.com/ws/2008/06/identity/claims/groups',
  ],
}
const known = Object.keys(usual)
const mostGroups = 1000

/** Reads a person out of what a provider told. `fallbackEmail` counts when no attribute holds an address. */
export function profileOf(
  attributes: Attributes,
  mapping: AttributeMapping,
  fallbackEmail: string | null,
): SsoProfile {
  const valuesNamed = reader(attributes)
  const valuesOf = (key: keyof typeof usual): string[] => {
    const rule = mapping.keys[key]
    const names = rule ? [rule.name, ...(rule.names ?? [])] : usual[key]
    for (const name of names) {
      const values = valuesNamed(name)
      if (values?.length) return values
    }
    return rule?.default === undefined ? [] : [String(rule.default)]
  }
  const textOf = (key: keyof typeof usual, most: number) => valuesOf(key)[0]?.trim().slice(0, most) || null
  const email = textOf('email', 1000) ?? (mapping.keys.email ? null : fallbackEmail)
  return {
    email,
    name: textOf('name', 200),
    firstName: textOf('firstName', 100),
    lastName: textOf('lastName', 100),
    groups: valuesOf('groups').slice(0, mostGroups),
    custom: customOf(attributes, mapping),
  }
}

/**
 * Finds values by name; by one that differs in case only when there is none of that very name, as Supabase's server
 * does: providers write `Email` and `mail` as they please.
 */
function reader(attributes: Attributes): (name: string | undefined) => string[] | undefined {
  const folded = new Map([...attributes].reverse().map(([name, values]) => [name.toLowerCase(), values]))
  return (name) => (name === undefined ? undefined : (attributes.get(name) ?? folded.get(name.toLowerCase())))
}

function customOf(attributes: Attributes, mapping: AttributeMapping): Record<string, unknown> {
  const valuesNamed = reader(attributes)
  const found: Record<string, unknown> = {}
  for (const [key, rule] of Object.entries(mapping.keys)) {
    if (known.includes(key)) continue
    const values = [rule.name, ...(rule.names ?? [])].map(valuesNamed).find(Boolean)
    const value = rule.array ? values : values?.[0]
    if (value !== undefined) found[key] = value
    else if (rule.default !== undefined) found[key] = rule.default
  }
  return found
}

/** The name to show of somebody new. */
export const displayName = ({ name, firstName, lastName, email }: SsoProfile): string =>
  name ?? ([firstName, lastName].filter(Boolean).join(' ') || (email ?? '').split('@')[0] || '?')
