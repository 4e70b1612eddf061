import type { Ctx } from '../../platform/ctx.ts'
import { findPreferences, upsertPreferences } from './preferences.queries.ts'
import { type Channel, type NoticeType, noticeTypeNames, noticeTypes } from './types.ts'

type About = { userId: string; type: NoticeType }

/** Tells for each of these people and types whether it goes through a channel: their choice, else the default. */
export async function wishesOf(ctx: Ctx, about: About[]): Promise<(one: About, channel: Channel) => boolean> {
  const chosen = await findPreferences(
    ctx.db,
    ctx.organizationId,
    [...new Set(about.map((one) => one.userId))],
    [...new Set(about.map((one) => one.type))],
  )
  const key = (one: { userId: string; type: string }, channel: string) =>
    `${one.userId} ${one.type} ${channel}`
  const choices = new Map(chosen.map((one) => [key(one, one.channel), one.enabled]))
  return (one, channel) => choices.get(key(one, channel)) ?? noticeTypes[one.type][channel]
}

export type Wish = { type: NoticeType; inApp: boolean; email: boolean }

/** A person's switches, one line for every type there is. */
export async function myWishes(ctx: Ctx, userId: string): Promise<Wish[]> {
  const wants = await wishesOf(
    ctx,
    noticeTypeNames.map((type) => ({ userId, type })),
  )
  return noticeTypeNames.map((type) => ({
    type,
    inApp: wants({ userId, type }, 'in_app'),
    email: wants({ userId, type }, 'email'),
  }))
}

/** Changes the switches of the types named; of a type named twice the last counts. */
export async function changeWishes(ctx: Ctx, userId: string, wishes: Wish[]): Promise<void> {
  const last = new Map(wishes.map((wish) => [wish.type, wish]))
  await upsertPreferences(
    ctx.db,
    ctx.organizationId,
    userId,
    [...last.values()].flatMap(({ type, inApp, email }) => [
      { type, channel: 'in_app' as const, enabled: inApp },
      { type, channel: 'email' as const, enabled: email },
    ]),
  )
}
