const milliseconds: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  µs: 1e-3,
  μs: 1e-3,
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3600_000,
}
const longest = 290 * 365.25 * 24 * 3600_000

/** Milliseconds of a duration as Go writes it, such as `1h30m`; null when it is none, or longer than Go can count. */
export function goDuration(text: string): number | null {
  const rest = text.replace(/^\+/, '')
  if (rest === '0') return 0
  if (!/^(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/.test(rest)) return null
  let sum = 0
  for (const [, count, unit] of rest.matchAll(/(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g))
    sum += Number(count) * (milliseconds[unit ?? ''] ?? 0)
  return sum <= longest ? sum : null
}
