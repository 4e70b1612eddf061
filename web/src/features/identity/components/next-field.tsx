import { useSearchParams } from 'react-router'
import { localPath } from '~/lib/local-path.ts'

/** Carries `?next=` through a form, so that the person arrives where they wanted to go. */
export function NextField() {
  const next = useNext()
  return next ? <input type="hidden" name="next" value={next} /> : null
}

/** The page a visitor wanted to go to, when it is one of ours; null when they named none. */
export function useNext(): string | null {
  const [query] = useSearchParams()
  return query.has('next') ? localPath(query.get('next'), '') || null : null
}

/** The same path with `next` along. */
export function withNext(path: string, next: string | null): string {
  return next ? `${path}?next=${encodeURIComponent(next)}` : path
}
