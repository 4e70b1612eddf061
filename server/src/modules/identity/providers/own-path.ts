/**
 * A path of our own out of what a visitor brought, such as `?next=`; `fallback` for anything that could lead to
 * another site.
 */
export function ownPath(value: string | null | undefined, fallback = '/'): string {
  const base = 'http://own.invalid'
  if (!value?.startsWith('/') || value.length > 2000 || !URL.canParse(value, base)) return fallback
  const url = new URL(value, base)
  // Dots are resolved by now, and what they leave may begin like the address of another host: `/.//elsewhere`.
  if (url.origin !== base || url.pathname.startsWith('//')) return fallback
  return url.pathname + url.search + url.hash
}
