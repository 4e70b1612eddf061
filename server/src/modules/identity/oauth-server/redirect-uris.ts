const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
/** A reversed domain name of the app's maker, RFC 8252 7.1; a name without a dot belongs to nobody. */
const privateScheme = /^[a-z][a-z0-9-]*(?:\.[a-z0-9-]+)+:$/

/**
 * Why an app may not be sent people to an address, or null. Addresses are compared letter by letter later, so one
 * that a browser would read differently from how it is written is refused here (RFC 9700 4.1).
 */
export function redirectUriProblem(uri: string): string | null {
  const parsed = URL.parse(uri)
  if (!parsed || uri.length > 2000) return 'a redirect URI is a whole address of at most 2000 characters'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (/[\\\s*#\u0000-\u001f\u007f-\uffff]/.test(uri))
    return 'a redirect URI has no fragment, wildcard, blank, backslash or letter outside of ASCII'
  if (parsed.username || parsed.password) return 'a redirect URI has no user name'
  if (parsed.href !== uri && parsed.href !== `${uri}/`) return `write the redirect URI as ${parsed.href}`
  if (parsed.protocol === 'https:' || privateScheme.test(parsed.protocol)) return null
  if (parsed.protocol === 'http:' && loopback.has(parsed.hostname)) return null
  return 'a redirect URI begins with https://, or http:// on the own machine, or with a scheme like com.example.app:'
}

/** True for an app on a device: it cannot keep a port of its own, nor prove which app it is (RFC 8252 7.3, 8.6). */
export const isNative = (redirectUris: readonly string[], isPublic: boolean): boolean =>
  redirectUris.some((uri) => {
    const { protocol } = new URL(uri)
    return privateScheme.test(protocol) || (protocol === 'http:' && isPublic)
  })

/** A plain address of a page or picture. */
export const isWebUri = (uri: string): boolean => {
  const parsed = URL.parse(uri)
  return parsed !== null && /^https?:$/.test(parsed.protocol) && !parsed.username && !parsed.password
}
