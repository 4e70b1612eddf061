import { type RefObject, useEffect, useRef, useState } from 'react'

/** What the form says about its answers: nothing given yet, on the way, kept, or not kept. */
export type Saving = 'idle' | 'saving' | 'saved' | 'failed'

/** How long a pause in answering is before the answers are kept, in milliseconds. */
const pause = 800

/**
 * Keeps the answers of a quiz form while they are given. The page's data stays as it is, so nothing moves under the
 * reader; the form's hidden `attempt` field is filled with the attempt the first answer started.
 */
export function useQuizSaving(form: RefObject<HTMLFormElement | null>, quizId: string) {
  const [saving, setSaving] = useState<Saving>('idle')
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const onTheWay = useRef<Promise<void>>(Promise.resolve())

  const save = async () => {
    if (!form.current) return
    setSaving('saving')
    try {
      const answer = await fetch(`/learn/quizzes/${quizId}/answers`, {
        method: 'POST',
        body: new FormData(form.current),
        keepalive: true,
      })
      const field = form.current?.elements.namedItem('attempt')
      if (answer.ok && field instanceof HTMLInputElement)
        field.value = ((await answer.json()) as { attemptId: string }).attemptId
      setSaving(answer.ok ? 'saved' : 'failed')
    } catch {
      setSaving('failed')
    }
  }
  const saveNow = () => {
    clearTimeout(timer.current)
    timer.current = undefined
    // One after the other: the first decides which attempt the next belong to.
    onTheWay.current = onTheWay.current.then(save)
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: the last change is kept when the page goes
  useEffect(() => {
    const onHide = () => {
      if (timer.current !== undefined) saveNow()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      clearTimeout(timer.current)
    }
  }, [])

  return {
    saving,
    onChange: () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(saveNow, pause)
    },
    /** Handing in says everything at once; what was still to be kept need not be. */
    stop: () => {
      clearTimeout(timer.current)
      timer.current = undefined
    },
  }
}
