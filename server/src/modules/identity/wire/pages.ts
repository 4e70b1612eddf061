import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { ValidationFailed } from './errors.ts'

/** Pages by number, as the protocol asks for them; clients send empty texts for what they leave out. */
export const NumberedPage = Type.Object({
  page: Type.Optional(Type.String({ maxLength: 20 })),
  per_page: Type.Optional(Type.String({ maxLength: 20 })),
})

export type WirePage = { page: number; perPage: number; skip: number }

const usual = 50
const most = 1000
const lastPage = 1_000_000

/**
 * Which page is asked for: the first of fifty unless the query says otherwise; never more than a thousand at once.
 * @throws ValidationFailed
 */
export function readPage(query: Static<typeof NumberedPage>): WirePage {
  const page = Math.max(1, count(query.page, 'page') ?? 1)
  const perPage = Math.min(Math.max(1, count(query.per_page, 'per_page') ?? usual), most)
  if (page > lastPage) throw ValidationFailed({ reason: 'Bad Pagination Parameters: page is too large' })
  return { page, perPage, skip: (page - 1) * perPage }
}

function count(text: string | undefined, name: string): number | null {
  if (text === undefined || text === '') return null
  if (!/^\d{1,10}$/.test(text))
    throw ValidationFailed({ reason: `Bad Pagination Parameters: ${name} must be a whole number` })
  return Number(text)
}

/**
 * Tells how many there are and where the next and the last page is (RFC 8288). `page` comes first in the
 * addresses: supabase-js looks for it there.
 */
export function tellPages(
  request: FastifyRequest,
  reply: FastifyReply,
  origin: string,
  { page, perPage }: WirePage,
  total: number,
): void {
  const last = Math.max(1, Math.ceil(total / perPage))
  const path = request.url.split('?', 1)[0]
  const link = (to: number, rel: string) => `<${origin}${path}?page=${to}&per_page=${perPage}>; rel="${rel}"`
  const links = page < last ? [link(page + 1, 'next'), link(last, 'last')] : [link(last, 'last')]
  void reply.headers({ 'x-total-count': String(total), link: links.join(', ') })
}
