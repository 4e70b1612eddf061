import type { Config } from '../config.ts'
import type { App } from '../ctx.ts'
import { catchText } from './text-messages.queries.ts'

export type OutgoingText = { to: string; channel: 'sms' | 'whatsapp'; body: string }

/** The provider will not take this message, however often it is asked. */
class Refused extends Error {}

/** True when the provider refused this recipient or this message for good; trying again is no use. */
export const isRefused = (error: unknown): boolean => error instanceof Refused

/**
 * Whether text messages get anywhere: to a provider or, outside of production, into the database, where they are
 * caught. Whoever names a provider, or has numbers count as proven without a message, wants none caught.
 */
export const carriesTexts = ({ auth, env }: Pick<Config, 'auth' | 'env'>): boolean =>
  auth.twilio !== null || (env !== 'production' && !auth.smsProviderNamed && !auth.smsAutoconfirm)

/**
 * Hands one message to the provider of the installation; throws when it was not taken. Without a provider,
 * development and tests catch their messages in the database, and production keeps them waiting.
 * @returns the provider's id of the message
 */
export async function carryText(app: App, text: OutgoingText): Promise<string | null> {
  const { twilio } = app.config.auth
  if (twilio) return sendByTwilio(twilio, text)
  if (!carriesTexts(app.config))
    throw new Error('No provider of text messages: set STOA_AUTH_SMS_TWILIO_ACCOUNT_SID and its companions.')
  await catchText(app.database.db, { recipient: text.to, channel: text.channel, body: text.body })
  return null
}

type Twilio = NonNullable<App['config']['auth']['twilio']>

/** Twilio's Messages resource, API version 2010-04-01, which other providers speak as well. */
async function sendByTwilio(twilio: Twilio, text: OutgoingText): Promise<string | null> {
  const sid = encodeURIComponent(twilio.accountSid)
  const named = (number: string) => (text.channel === 'whatsapp' ? `whatsapp:${number}` : number)
  // A message service has an id that begins with MG; anything else is a number or a name.
  const isService = /^MG[0-9a-f]{32}$/i.test(twilio.from)
  const form = new URLSearchParams({
    To: named(text.to),
    Body: text.body,
    ...(isService ? { MessagingServiceSid: twilio.from } : { From: named(twilio.from) }),
  })
  const answer = await fetch(`${twilio.url}/2010-04-01/Accounts/${sid}/Messages.json`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${twilio.accountSid}:${twilio.authToken}`).toString('base64')}`,
    },
    body: form,
    redirect: 'manual',
    signal: AbortSignal.timeout(15_000),
  })
  const said = (await answer.json().catch(() => ({}))) as { sid?: unknown; message?: unknown; code?: unknown }
  if (answer.ok) return typeof said.sid === 'string' ? said.sid.slice(0, 100) : null
  const sentence = `The provider answered ${answer.status}: ${said.code ?? ''} ${said.message ?? ''}`.trim()
  throw isPassing(answer.status) ? new Error(sentence) : new Refused(sentence)
}

/** Busy, broken, or an account that an operator has to put right: worth another try. */
const isPassing = (status: number) =>
  status >= 500 || status === 429 || status === 408 || status === 401 || status === 403
