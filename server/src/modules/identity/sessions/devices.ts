import Bowser from 'bowser'
import { type Static, Type } from 'typebox'
import { Nullable, OneOf } from '../../../platform/http/schemas.ts'

const kinds = ['desktop', 'mobile', 'tablet', 'other'] as const

export const Device = Type.Object({
  browser: Nullable(Type.String()),
  system: Nullable(Type.String()),
  kind: OneOf(kinds),
})
export type Device = Static<typeof Device>

/** What a User-Agent header claims to be; a claim, for showing only. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null, kind: 'other' }
  const { browser, os, platform } = Bowser.parse(userAgent.slice(0, 500))
  const text = (...parts: Array<string | undefined>) => parts.filter(Boolean).join(' ').slice(0, 80) || null
  return {
    browser: text(browser.name, browser.version?.split('.')[0]),
    system: text(os.name, os.versionName ?? os.version),
    kind: kinds.find((kind) => kind === platform.type) ?? 'other',
  }
}
