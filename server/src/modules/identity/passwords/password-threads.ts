import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { Unavailable } from '../../../platform/errors.ts'
import type { Outcome, Task } from './password-thread.ts'

/**
 * argon2id takes tens of milliseconds of a whole processor. It runs on threads of its own with low priority, one a
 * processor, so that a burst of sign-ins makes other sign-ins wait and not everybody's pages.
 */
type Thread = { worker: Worker; waiting: Map<number, (outcome: Outcome | Error) => void> }

const threads: Thread[] = []
const most = Math.min(4, availableParallelism())
/** Beyond this many the answer would come too late to be of use. */
const mostWaiting = 500
let lastId = 0

/** argon2id in PHC form. */
export const argon2Hash = async (password: string): Promise<string> =>
  (await run({ password, stored: null })) as string

/** Whether a password fits a stored hash: our own argon2id, or that of another system. */
export const storedFits = async (stored: string, password: string): Promise<boolean> =>
  (await run({ password, stored })) as boolean

function run(task: Omit<Task, 'id'>): Promise<string | boolean> {
  const thread = leastBusy()
  if (thread.waiting.size >= mostWaiting) throw Unavailable()
  const id = ++lastId
  return new Promise((resolve, reject) => {
    thread.worker.ref()
    thread.waiting.set(id, (outcome) => {
      thread.waiting.delete(id)
      // An idle thread does not keep the process from ending.
      if (thread.waiting.size === 0) thread.worker.unref()
      if (outcome instanceof Error) reject(outcome)
      else resolve(outcome.value)
    })
    thread.worker.postMessage({ id, ...task } satisfies Task)
  })
}

function leastBusy(): Thread {
  const idle = threads.find((thread) => thread.waiting.size === 0)
  if (idle) return idle
  if (threads.length < most) return open()
  return threads.reduce((a, b) => (a.waiting.size <= b.waiting.size ? a : b))
}

function open(): Thread {
  const worker = new Worker(new URL('./password-thread.ts', import.meta.url))
  const thread: Thread = { worker, waiting: new Map() }
  worker.on('message', (outcome: Outcome) => thread.waiting.get(outcome.id)?.(outcome))
  worker.on('error', (error) => {
    threads.splice(threads.indexOf(thread), 1)
    for (const settle of thread.waiting.values()) settle(error as Error)
  })
  threads.push(thread)
  return thread
}
