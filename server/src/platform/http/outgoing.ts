import dns, { type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'
import type { buildConnector, Response as UndiciResponse } from 'undici'
import type { App } from '../ctx.ts'
import { AppError, defineError } from '../errors.ts'

export const OutgoingRefused = defineError(
  'outgoing_refused',
  422,
  'The address {host} cannot be used: {reason}. Give a public https address.',
)
export const OutgoingFailed = defineError(
  'outgoing_failed',
  502,
  'The address {host} did not answer as expected: {reason}. Check it and try again.',
)

/** Bytes of an answer that are read at most, unpacked. */
export const outgoingBodyLimit = 1024 * 1024
const timeoutSeconds = 10
const mostRedirects = 5

export type OutgoingRequest = {
  method?: string
  headers?: Record<string, string>
  body?: string | URLSearchParams | Uint8Array | ArrayBuffer | ReadableStream | null
  /** `follow` (the default) goes along with GET only; each hop is checked like the first address. */
  redirect?: 'follow' | 'manual' | 'error'
  signal?: AbortSignal
}
export type OutgoingFetch = (url: string | URL, request?: OutgoingRequest) => Promise<Response>

/** Resolves a name to addresses; the operating system's unless a test brings its own. */
export type Resolve = (name: string) => Promise<LookupAddress[]>

/**
 * A fetch for addresses that somebody typed in or a stranger's server named. The name is resolved for the very
 * connection that is made, and every address it resolves to must be public, so neither a rebinding name nor a
 * redirect leads inside (SSRF, ASVS 13.2.4). Only https, unless the operator allowed providers inside the same
 * network; link-local addresses, where clouds keep their metadata, are refused even then. Answers are read whole,
 * at most 1 MiB, within ten seconds.
 * @throws OutgoingRefused, OutgoingFailed
 */
export function outgoingFetch(app: App, resolve: Resolve = resolveAll): OutgoingFetch {
  const privateToo = app.config.auth.allowPrivateProviders
  const reachable = (address: string) => mayReach(address, privateToo)

  const lookup: LookupFunction = (name, options, done) => {
    resolve(name).then(
      (found) => {
        const bad = found.length === 0 || found.some(({ address }) => !reachable(address))
        if (bad) return done(OutgoingRefused({ host: name, reason: 'it is not a public address' }), [])
        const of = (family: number) => found.filter((one) => family === 0 || one.family === family)
        const family = options.family === 'IPv4' ? 4 : options.family === 'IPv6' ? 6 : (options.family ?? 0)
        const fitting = of(family)
        if (options.all) return done(null, fitting)
        const first = fitting[0] ?? found[0]!
        return done(null, first.address, first.family)
      },
      (error: Error) => done(error, []),
    )
  }
  return async (address, request = {}) => {
    // Loaded with the first request: the start of the program does not wait for it.
    const { Agent, buildConnector, fetch: undiciFetch } = await import('undici')
    const plain = buildConnector({ timeout: 5000, allowH2: false, lookup })
    const connect: buildConnector.connector = (options, done) => {
      const host = unbracketed(options.hostname)
      const refusal = () => OutgoingRefused({ host, reason: 'it is not a public address' })
      // A literal address is never looked up.
      if (isIP(host) && !reachable(host)) return done(refusal(), null)
      plain(options, (error, socket) => {
        if (error) return done(error, null)
        if (!socket.remoteAddress || !reachable(socket.remoteAddress)) {
          socket.destroy()
          return done(refusal(), null)
        }
        done(null, socket)
      })
    }
    const agent = new Agent({ connect, pipelining: 0 })
    const deadline = AbortSignal.timeout(timeoutSeconds * 1000)
    const signal = request.signal ? AbortSignal.any([request.signal, deadline]) : deadline
    let url = checked(address, privateToo)
    let headers = request.headers ?? {}
    try {
      for (let hop = 0; ; hop++) {
        const answer = await undiciFetch(url, {
          method: request.method ?? 'GET',
          headers,
          body: (request.body ?? null) as string | null,
          redirect: 'manual',
          signal,
          dispatcher: agent,
          ...(request.body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
        })
        const location = answer.headers.get('location')
        const redirected = answer.status >= 300 && answer.status < 400 && location !== null
        if (!redirected || request.redirect === 'manual') return await whole(answer, url.hostname)
        await answer.body?.cancel()
        const mayFollow = (request.method ?? 'GET') === 'GET' && request.redirect !== 'error'
        if (!mayFollow || hop >= mostRedirects)
          throw OutgoingRefused({ host: url.hostname, reason: 'it leads on to another address' })
        const next = checked(new URL(location, url), privateToo)
        // What is meant for one server is not told to the next.
        if (next.origin !== url.origin) headers = withoutCredentials(headers)
        url = next
      }
    } catch (error) {
      throw named(error, url.hostname)
    } finally {
      await agent.destroy()
    }
  }
}

const resolveAll: Resolve = (name) => dns.promises.lookup(name, { all: true, verbatim: true })

const unbracketed = (host: string) => host.replace(/^\[|\]$/g, '')

/** Reads an address as browsers do, which also unmasks octal, hexadecimal and decimal spellings. */
function checked(address: string | URL, privateToo: boolean): URL {
  const url = URL.canParse(String(address)) ? new URL(address) : null
  if (!url) throw OutgoingRefused({ host: String(address).slice(0, 200), reason: 'it is not an address' })
  const refuse = (reason: string) => OutgoingRefused({ host: url.hostname, reason })
  if (url.protocol !== 'https:' && !(privateToo && url.protocol === 'http:')) {
    throw refuse('it does not begin with https')
  }
  if (url.username || url.password) throw refuse('it holds a user name or password')
  const host = unbracketed(url.hostname)
  if (isIP(host) && !mayReach(host, privateToo)) throw refuse('it is not a public address')
  return url
}

const inside = new Set(['loopback', 'private', 'uniqueLocal', 'carrierGradeNat'])

/**
 * Whether an address may be connected to. IPv6 must be global unicast (2000::/3), which leaves out every form that
 * carries an IPv4 address, except NAT64 (64:ff9b::/96), which is judged by the address it carries.
 */
export function mayReach(address: string, privateToo = false): boolean {
  if (!ipaddr.isValid(address)) return false
  const ip = ipaddr.process(address)
  if (ip instanceof ipaddr.IPv6) {
    const bytes = ip.toByteArray()
    if (ip.match(ipaddr.IPv6.parse('64:ff9b::'), 96)) return mayReach(bytes.slice(12).join('.'), privateToo)
    if (ip.range() === 'unicast') return (bytes[0]! & 0xe0) === 0x20
  }
  return ip.range() === 'unicast' || (privateToo && inside.has(ip.range()))
}

const withoutCredentials = (headers: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie|proxy-authorization)$/i.test(name)),
  )

/** Reads an answer up to the limit and gives it as one of the standard kind, with its body in memory. */
async function whole(answer: UndiciResponse, host: string): Promise<Response> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of answer.body ?? []) {
    size += (part as Uint8Array).byteLength
    if (size > outgoingBodyLimit) throw OutgoingFailed({ host, reason: 'the answer is too large' })
    parts.push(part as Uint8Array)
  }
  const headers = new Headers([...answer.headers])
  // The body is unpacked already.
  headers.delete('content-encoding')
  headers.delete('content-length')
  const hasNoBody = [101, 204, 205, 304].includes(answer.status)
  return new Response(hasNoBody ? null : Buffer.concat(parts), { status: answer.status, headers })
}

/** Finds our own error among the causes; everything else becomes a failure in plain words. */
function named(error: unknown, host: string): AppError {
  let code = ''
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause
    if (cause.name === 'TimeoutError') return OutgoingFailed({ host, reason: 'it took too long' })
    code = (cause as NodeJS.ErrnoException).code ?? code
  }
  const reason = reasons[code] ?? (code.includes('CERT') ? 'its certificate is not valid' : 'no connection')
  return OutgoingFailed({ host, reason })
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'there is no such name',
  EAI_AGAIN: 'the name could not be looked up',
  ECONNREFUSED: 'nobody answers there',
  UND_ERR_CONNECT_TIMEOUT: 'it took too long',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is not valid',
}
