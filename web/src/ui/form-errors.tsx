import { useEffect, useRef } from 'react'
import { useMessages } from '../lib/messages/index.ts'
import type { Problem } from '../lib/problem.ts'
import { Callout } from './callout.tsx'

/** What went wrong with a form, above it; takes the focus when it appears so that it is read. */
export function FormErrors({ problem }: { problem: Problem | null | undefined }) {
  const t = useMessages()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problem) box.current?.focus()
  }, [problem])
  if (!problem) return null
  const loose = problem.errors.filter((error) => error.pointer === '' || error.pointer === '/')
  return (
    <div ref={box} tabIndex={-1} role="alert">
      <Callout tone="danger" title={problem.title || t('ui.not_saved')}>
        {problem.detail && problem.detail !== problem.title ? <p>{problem.detail}</p> : null}
        {loose.map((error) => (
          <p key={error.message}>{error.message}</p>
        ))}
      </Callout>
    </div>
  )
}
