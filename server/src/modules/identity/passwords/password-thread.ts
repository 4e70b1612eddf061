import { constants, setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { hashSync, verifySync } from '@node-rs/argon2'
import { argon2Of, foreignFits } from './foreign-passwords.ts'

// On Linux this lowers only the thread that asks: whoever hashes gives way to whoever answers requests. Not to the
// lowest: on a machine that is busy all the time nobody would get in any more.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL)

// RFC 9106, second recommended option, in one lane: 64 MiB, three passes. Algorithm 2 is argon2id.
const parameters = { algorithm: 2, memoryCost: 65_536, timeCost: 3, parallelism: 1 } as const

/** Work for a thread: hash a password, or check one against a stored hash. */
export type Task = { id: number; password: string; stored: string | null }
export type Outcome = { id: number; value: string | boolean }

parentPort?.on('message', ({ id, password, stored }: Task) => {
  const outcome: Outcome = {
    id,
    value: stored === null ? hashSync(password, parameters) : fits(stored, password),
  }
  parentPort?.postMessage(outcome)
})

/** What is no hash we know fits nothing. */
function fits(stored: string, password: string): boolean {
  const argon2 = argon2Of(stored)
  if (argon2 === null) return foreignFits(stored, password)
  try {
    return verifySync(argon2, password)
  } catch {
    return false
  }
}
