import type { BenchWorld } from './world.ts'

/** Refreshes and sign-ins depend on the answer before or on the person, so they bring a loader of their own. */
export type Paced = { perSecond: number; p99: number; bytes: number; failed: number }

/**
 * Some callers at the same time, each sending one request after the other for some seconds.
 * @param one sends the request of a caller and tells whether it was answered well
 */
export async function paced(
  callers: number,
  seconds: number,
  one: (caller: number, turn: number) => Promise<boolean>,
): Promise<Paced> {
  const until = performance.now() + seconds * 1000
  const took: number[] = []
  let failed = 0
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      for (let turn = 0; performance.now() < until; turn += 1) {
        const began = performance.now()
        if (!(await one(caller, turn))) failed += 1
        took.push(performance.now() - began)
      }
    }),
  )
  took.sort((a, b) => a - b)
  return {
    perSecond: took.length / seconds,
    p99: took[Math.floor(took.length * 0.99)] ?? 0,
    bytes: 0,
    failed,
  }
}

const json = { 'content-type': 'application/json' }
let address = 0
/** A sender of its own for each sign-in: the limit for one network address is not what is measured. */
const sender = () => ({
  'x-forwarded-for': `10.${(address >> 16) & 255}.${(address >> 8) & 255}.${address++ & 255}`,
})

/** Signs in with a password; people take turns, so nobody's own limit is met. */
export const signsIn = (url: string, world: BenchWorld) => {
  let turn = 0
  return async () => {
    const person = world.passwordPeople[turn++ % world.passwordPeople.length]!
    const answer = await fetch(`${url}/api/v1/identity/sessions`, {
      method: 'POST',
      headers: { ...json, ...sender(), 'stoa-organization': world.slug },
      body: JSON.stringify({ email: person.email, password: world.password }),
    })
    await answer.arrayBuffer()
    return answer.status === 201
  }
}

/** Refreshes in eight families, each token once. */
export async function refreshes(url: string, world: BenchWorld) {
  const families = await Promise.all(
    world.passwordPeople.slice(0, 8).map(async (person) => {
      const answer = await fetch(`${url}/auth/v1/token?grant_type=password`, {
        method: 'POST',
        headers: { ...json, ...sender(), 'stoa-organization': world.slug },
        body: JSON.stringify({ email: person.email, password: world.password }),
      })
      return (await answer.json()) as { refresh_token: string; access_token: string }
    }),
  )
  const one = async (caller: number) => {
    const family = families[caller]!
    const answer = await fetch(`${url}/auth/v1/token?grant_type=refresh_token`, {
      method: 'POST',
      headers: { ...json, ...sender() },
      body: JSON.stringify({ refresh_token: family.refresh_token }),
    })
    const next = (await answer.json()) as { refresh_token?: string }
    if (next.refresh_token) family.refresh_token = next.refresh_token
    return answer.ok
  }
  return { one, accessToken: families[0]!.access_token }
}

/** The bare transaction or the bare hash at the floor. */
export const asks = (url: string) => async (caller: number) => {
  const answer = await fetch(`${url}?caller=${caller}`, { method: 'POST' })
  await answer.arrayBuffer()
  return answer.ok
}
