import { useEffect } from 'react'
import { toast } from './toast.ts'

/**
 * Says once that an action went well. Give it the action's answer and, when it went well, the words for it: every
 * new answer is said, the same one only once.
 */
export function useActionToast(answer: unknown, message: string | null, undo?: () => void): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer is what counts
  useEffect(() => {
    if (answer && message) toast({ message, tone: 'success', ...(undo ? { undo } : {}) })
  }, [answer])
}
