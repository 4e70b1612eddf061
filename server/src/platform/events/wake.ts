import pg from 'pg'
import type { Logger } from '../log.ts'

/**
 * Tells the dispatchers that something waits. The outbox is the truth; this only saves them from waiting
 * for their next look. NOTIFY is sent outside the writing transaction, because PostgreSQL lets transactions
 * that notify commit only one after the other.
 */
export type Wake = {
  /** Call after a commit that left something in the outbox. */
  up(): void
  onWake(listener: () => void): void
  close(): Promise<void>
}

const channel = 'stoa_outbox'

export function createWake(url: string, log: Logger): Wake {
  const listeners: Array<() => void> = []
  let waiting = false
  let closed = false
  let client: pg.Client | null = null

  const connect = async () => {
    if (closed) return
    const next = new pg.Client({ connectionString: url, application_name: 'stoa wake', keepAlive: true })
    next.on('notification', () => {
      for (const listener of listeners) listener()
    })
    next.on('error', () => {})
    next.on('end', () => {
      client = null
      if (!closed) setTimeout(() => void connect(), 1000).unref()
    })
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      client = next
    } catch (error) {
      log.warn({ err: error }, 'wake-up connection failed; events are found by looking')
      setTimeout(() => void connect(), 1000).unref()
    }
  }
  void connect()

  return {
    up() {
      for (const listener of listeners) listener()
      // One notice a moment is enough for the other processes.
      if (waiting || !client) return
      waiting = true
      setTimeout(() => {
        waiting = false
        client?.query(`notify ${channel}`).catch(() => {})
      }, 25).unref()
    },
    onWake: (listener) => void listeners.push(listener),
    async close() {
      closed = true
      await client?.end()
    },
  }
}

/** For commands and tests that dispatch by hand. */
export const silentWake: Wake = { up() {}, onWake() {}, async close() {} }
