import autocannon from 'autocannon'

export type Load = { perSecond: number; p99: number; bytes: number; failed: number }

/**
 * Eight connections for some seconds, after a short warm-up.
 * @param options.next what each request asks for; no two connections get the same
 */
export async function load(
  url: string,
  options: {
    next?: () => autocannon.Request
    headers?: Record<string, string>
    seconds?: number
    method?: 'GET' | 'PUT' | 'POST'
  },
): Promise<Load> {
  const { next } = options
  const base = {
    url,
    connections: 8,
    headers: options.headers ?? {},
    method: options.method ?? ('GET' as const),
    ...(next
      ? { requests: [{ setupRequest: (asked: autocannon.Request) => ({ ...asked, ...next() }) }] }
      : {}),
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

/** What was measured in a few rounds, and the ratio of the two. */
export type InTurns = { stoa: Load; floor: Load; ratio: number }

/**
 * Stoa and the floor in turns, so that whatever else the machine does falls on both alike. The rates are those of the
 * middle round, and so is the ratio.
 */
export async function inTurns(stoa: () => Promise<Load>, floor: () => Promise<Load>): Promise<InTurns> {
  const rounds: InTurns[] = []
  for (let round = 0; round < 3; round += 1) {
    const first = round % 2 === 0 ? await stoa() : await floor()
    const second = round % 2 === 0 ? await floor() : await stoa()
    const pair = round % 2 === 0 ? { stoa: first, floor: second } : { stoa: second, floor: first }
    if (pair.stoa.failed + pair.floor.failed > 0)
      throw new Error(`${pair.stoa.failed} of Stoa's answers and ${pair.floor.failed} of the floor's failed.`)
    rounds.push({ ...pair, ratio: pair.stoa.perSecond / pair.floor.perSecond })
  }
  return rounds.toSorted((a, b) => a.ratio - b.ratio)[1]!
}
