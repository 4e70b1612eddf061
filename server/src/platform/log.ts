import { type Logger, pino } from 'pino'
import type { Config } from './config.ts'

export type { Logger }

/** Paths that may carry secrets; their values never reach the log. */
const secret = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  '*.password',
  '*.token',
  '*.secret',
  '*.authorization',
  '*.cookie',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
]

/** One line of JSON an event, to standard output. */
export function createLog(config: Pick<Config, 'logLevel'>): Logger {
  return pino({
    level: config.logLevel,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secret, censor: '[hidden]' },
  })
}
