import autocannon from 'autocannon'

export type Load = { perSecond: number; p99: number; bytes: number; failed: number }

/** Eight connections for some seconds, after a short warm-up. Requests may rotate through a list. */
export async function load(
  url: string,
  options: {
    requests?: autocannon.Request[]
    headers?: Record<string, string>
    seconds?: number
    method?: 'GET' | 'PUT' | 'POST'
  },
): Promise<Load> {
  const base = {
    url,
    connections: 8,
    headers: options.headers ?? {},
    method: options.method ?? ('GET' as const),
    ...(options.requests ? { requests: options.requests } : {}),
  }
  await autocannon({ ...base, duration: 1 })
  const result = await autocannon({ ...base, duration: options.seconds ?? 3 })
  return {
    perSecond: result.requests.average,
    p99: result.latency.p99,
    bytes: result.requests.total > 0 ? Math.round(result.throughput.total / result.requests.total) : 0,
    failed: result.non2xx + result.errors,
  }
}
