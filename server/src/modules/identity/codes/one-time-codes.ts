import { randomInt } from 'node:crypto'
import { isIP } from 'node:net'
import { type App, type Ctx, noOrganization, withTransaction } from '../../../platform/ctx.ts'
import { hashToken, randomToken, sameBytes } from '../../../platform/keys.ts'
import { countGuess } from '../attempts.ts'
import { CodeSentLately, LinkNotValid, WrongCode } from '../errors.ts'
import {
  armCode,
  type CodePending,
  type CodeRow,
  type CodeType,
  consumeCode,
  consumeLink,
  countTry,
  dropCode,
  findLastPending,
  findLastSent,
  holdAddress,
  insertCode,
  voidCodes,
} from './one-time-codes.queries.ts'

export type { CodePending, CodeRow, CodeType } from './one-time-codes.queries.ts'

/** What a link or code is sent for. */
export type CodeWish = {
  type: CodeType
  /** Email address in lower case, or phone number: digits without a plus. */
  address: string
  userId: string | null
  /** What takes effect when it is used. */
  pending?: CodePending
  /** What the last unused one of these kinds was to bring about goes on to this one. */
  inherits?: readonly CodeType[]
  /** Where the link leads afterwards; checked by the caller. */
  redirectTo?: string | null
  /** The PKCE sign-in that waits for it. */
  flowId?: string | null
}

/** The two secrets of one row: whoever has either may use it, once. */
export type IssuedCode = { id: string; link: string; code: string; expiresAt: Date }

/** Wrong tries after which a code is dead; its link goes on working. */
const mostTries = 5
/** Tries in an hour for one address, over all codes sent to it. */
const mostGuesses = 30
/** No code that is typed lives longer, whatever the operator lets its link (ASVS 6.5.5). */
const mostCodeSeconds = 600

const isPhone = (address: string) => !address.includes('@')

function rulesFor(app: App, address: string) {
  const { auth } = app.config
  return isPhone(address)
    ? {
        length: auth.smsOtpLength,
        seconds: auth.smsOtpSeconds,
        pause: auth.smsPauseSeconds,
        anHour: auth.rateLimits.smsSent,
      }
    : {
        length: auth.mailerOtpLength,
        seconds: auth.mailerOtpSeconds,
        pause: auth.mailPauseSeconds,
        anHour: auth.rateLimits.emailSent,
      }
}

/** How long a code that is typed works. */
export const codeSeconds = (app: App, address: string): number =>
  Math.min(rulesFor(app, address).seconds, mostCodeSeconds)

const codeHash = (app: App, type: CodeType, address: string, code: string) =>
  app.keys.mac('one-time-code', `${type}\n${address}\n${code}`)

/**
 * Notes that somebody asked for a link or code, without making its secrets yet: whether anybody is meant by the
 * address may be found out later, in a job, so that the answer takes no longer for a known one. Voids the one
 * sent before. In the caller's transaction.
 * @returns the id to arm or drop
 * @throws CodeSentLately
 */
export async function prepareCode(ctx: Ctx, wish: CodeWish): Promise<string> {
  const { pause, anHour, seconds } = rulesFor(ctx.app, wish.address)
  await holdAddress(ctx.db, wish.address)
  const last = await findLastSent(ctx.db, wish.type, wish.address)
  const waited =
    last.sentAt === null ? Number.POSITIVE_INFINITY : (ctx.now.getTime() - last.sentAt.getTime()) / 1000
  if (waited < pause) throw CodeSentLately(...inSeconds(Math.ceil(pause - waited)))
  if (last.sentInHour >= anHour) throw CodeSentLately(...inSeconds(3600))
  const inherited = wish.inherits ? await findLastPending(ctx.db, wish.inherits, wish.address) : null
  await voidCodes(ctx.db, wish.address, [wish.type])
  return insertCode(ctx.db, {
    tokenType: wish.type,
    userId: wish.userId,
    organizationId: ctx.organizationId === noOrganization ? null : ctx.organizationId,
    relatesTo: wish.address,
    pending: wish.pending ?? inherited ?? {},
    redirectTo: wish.redirectTo ?? null,
    flowStateId: wish.flowId ?? null,
    ipAddress: ctx.ip && isIP(ctx.ip) ? ctx.ip : null,
    // Nobody knows the secret of this hash: the row cannot be used until it is armed.
    tokenHash: hashToken(randomToken()),
    sentAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + seconds * 1000),
  })
}

const inSeconds = (seconds: number): Parameters<typeof CodeSentLately> => [
  { seconds },
  { headers: { 'retry-after': String(seconds) } },
]

/**
 * Makes the secrets of a prepared row; null when a newer one has taken its place.
 * @param userId whom it is for, when that was not known before
 */
export async function arm(
  ctx: Ctx,
  row: { id: string; type: CodeType; address: string },
  userId: string | null,
): Promise<IssuedCode | null> {
  const { length } = rulesFor(ctx.app, row.address)
  const link = randomToken()
  const code = String(randomInt(0, 10 ** length)).padStart(length, '0')
  const expiresAt = await armCode(ctx.db, row.id, {
    userId,
    tokenHash: hashToken(link),
    codeHash: codeHash(ctx.app, row.type, row.address, code),
  })
  return expiresAt && { id: row.id, link, code, expiresAt }
}

/** Nobody is meant by the address of a prepared row. */
export const drop = (ctx: Ctx, id: string): Promise<void> => dropCode(ctx.db, id)

/**
 * Makes a link and a code, to be sent to the address by the caller. The newest voids older ones of its type.
 * @throws CodeSentLately
 */
export async function issueCode(ctx: Ctx, wish: CodeWish): Promise<IssuedCode> {
  const id = await prepareCode(ctx, wish)
  const issued = await arm(ctx, { id, type: wish.type, address: wish.address }, wish.userId)
  if (!issued) throw CodeSentLately(...inSeconds(1))
  return issued
}

/**
 * Uses up the code somebody typed, and does the work it allows in one transaction. Of many tries at the same
 * time one gets to do it. Opens its own transactions: each try counts, however the rest ends.
 * @param given.types kinds of codes it may be
 * @throws WrongCode, TooManyRequests
 */
export async function redeemCode<T>(
  ctx: Ctx,
  given: { types: readonly CodeType[]; address: string; code: string },
  work: (tx: Ctx, row: CodeRow) => Promise<T>,
): Promise<T> {
  const { address } = given
  await countGuess(ctx.app, `code ${address}`, mostGuesses, 3600)
  const open = await countTry(ctx.app.database.db, address, given.types, {
    mostTries,
    seconds: mostCodeSeconds,
  })
  // Nobody's address takes as long as a known one.
  const guesses = given.types.map((type) => ({ type, hash: codeHash(ctx.app, type, address, given.code) }))
  const fits = open.find((row) =>
    guesses.some((guess) => guess.type === row.type && sameBytes(guess.hash, row.codeHash)),
  )
  if (!fits) throw WrongCode()
  return withTransaction(ctx.app, ctx, async (tx) => {
    const row = await consumeCode(tx.db, fits.id)
    if (!row) throw WrongCode()
    return work(inItsOrganization(tx, row), row)
  })
}

/**
 * Uses up the link somebody opened. Of many tries at the same time one gets the row. In the caller's
 * transaction.
 * @returns the row, and the context at the organization it was asked for at
 * @throws LinkNotValid
 */
export async function redeemLink(
  ctx: Ctx,
  types: readonly CodeType[],
  link: string,
): Promise<{ ctx: Ctx; row: CodeRow }> {
  const row = await consumeLink(ctx.db, types, hashToken(link))
  if (!row) throw LinkNotValid()
  return { ctx: inItsOrganization(ctx, row), row }
}

const inItsOrganization = (ctx: Ctx, row: CodeRow): Ctx =>
  row.organizationId === null ? ctx : { ...ctx, organizationId: row.organizationId }
