import type { App } from '../../../platform/ctx.ts'

/** Who issues the tokens of apps. */
export const oauthIssuer = (app: App): string => `${app.config.url}/oauth`

/** A moment as protocols write it. */
export const seconds = (date: Date): number => Math.floor(date.getTime() / 1000)
