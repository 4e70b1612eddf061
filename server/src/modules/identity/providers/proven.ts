import { isAddress } from '../../../platform/mail/mailer.ts'
import { normalEmail } from '../joining/registration.ts'
import { ProviderFailed } from './errors.ts'
import type { Provider } from './providers.ts'

/** What a provider says, as it came. */
export type Claims = Record<string, unknown>

/** Tokens of a provider, in clear. */
export type ProviderTokens = {
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  tokenType: string | null
  scope: string | null
  expiresAt: Date | null
}

/** What a provider says of somebody, sifted. */
export type Proven = {
  /** Stays the same for the person at this provider. */
  subject: string
  /** Normalized; null when the provider tells none. */
  email: string | null
  /** The provider says that the address is theirs. */
  emailVerified: boolean
  name: string | null
  avatarUrl: string | null
  /** What is kept with the identity and shown to the person. */
  kept: Claims
  /** Everything, as it came. */
  claims: Claims
  tokens: ProviderTokens | null
}

const text = (value: unknown, most: number): string | null =>
  typeof value === 'string' && value.trim() !== '' && !value.includes('\0')
    ? value.trim().slice(0, most)
    : null

/**
 * Sifts what a provider says.
 * @throws ProviderFailed when it does not say who it is about
 */
export function factsOf(provider: Provider, claims: Claims): Omit<Proven, 'tokens'> {
  const get = (fact: string, ...names: string[]): unknown => {
    const mapped = provider.attributeMapping[fact]
    if (mapped) return claims[mapped]
    return names.map((name) => claims[name]).find((value) => value !== undefined && value !== null)
  }
  const isPlain = provider.dialect === 'oauth2' || provider.dialect === 'github'
  const id = isPlain ? get('sub', 'sub', 'id', 'user_id') : claims.sub
  const subject = text(typeof id === 'number' && Number.isSafeInteger(id) ? String(id) : id, 255)
  if (!subject) throw ProviderFailed({ provider: provider.name, reason: 'it did not say who you are' })
  const given = text(get('email', 'email'), 254)
  const email = given && isAddress(normalEmail(given)) ? normalEmail(given) : null
  const name =
    text(get('name', 'name', 'full_name'), 120) ??
    text([claims.given_name, claims.family_name].filter(Boolean).join(' '), 120) ??
    text(get('preferred_username', 'preferred_username', 'login', 'nickname'), 120)
  const avatar = text(get('picture', 'picture', 'avatar_url'), 1000)
  const avatarUrl = avatar && /^https:\/\//.test(avatar) ? avatar : null
  const emailVerified =
    email !== null && isVerified(provider, claims, get('email_verified', 'email_verified'))
  const issuer = text(claims.iss, 500)
  const userName = text(get('preferred_username', 'preferred_username', 'login'), 120)
  const custom = Object.fromEntries(
    provider.customClaims.filter((key) => key in claims).map((key) => [key, claims[key]]),
  )
  return {
    subject,
    email,
    emailVerified,
    name,
    avatarUrl,
    claims,
    kept: {
      sub: subject,
      provider_id: subject,
      ...(issuer ? { iss: issuer } : {}),
      ...(email ? { email } : {}),
      email_verified: emailVerified,
      phone_verified: false,
      ...(name ? { name, full_name: name } : {}),
      ...(avatarUrl ? { avatar_url: avatarUrl, picture: avatarUrl } : {}),
      ...(userName ? { user_name: userName, preferred_username: userName } : {}),
      ...(Object.keys(custom).length > 0 && JSON.stringify(custom).length < 10_000
        ? { custom_claims: custom }
        : {}),
    },
  }
}

/**
 * Microsoft tells addresses that anybody can set for themselves; only one whose domain it knows to be the
 * directory's own counts (claim `xms_edov`).
 */
function isVerified(provider: Provider, claims: Claims, verified: unknown): boolean {
  const yes = (value: unknown) => value === true || value === 'true' || value === 1 || value === '1'
  return provider.dialect === 'microsoft' ? yes(claims.xms_edov) : yes(verified)
}
