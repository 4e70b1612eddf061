/**
 * A path of this site out of an address a visitor brought, e.g. `?next=`; `fallback` for anything that could lead
 * elsewhere.
 */
export function localPath(value: unknown, fallback = '/'): string {
  if (typeof value !== 'string' || !value.startsWith('/')) return fallback
  const base = 'http://local.invalid'
  if (!URL.canParse(value, base)) return fallback
  const url = new URL(value, base)
  // Dots are resolved by now, and what they leave may begin like the address of another host: `/.//elsewhere`.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
