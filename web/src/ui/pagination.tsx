import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useLocation } from 'react-router'
import { useMessages } from '../lib/messages/index.ts'
import { LinkButton } from './button.tsx'
import styles from './pagination.module.css'

/**
 * On to the next page of a cursor list, and back to its start. The links keep the filters in the address and
 * put the cursor into `after`, so they work before any script has loaded.
 */
export function Pagination({ nextCursor }: { nextCursor: string | null }) {
  const t = useMessages()
  const { pathname, search } = useLocation()
  const query = new URLSearchParams(search)
  const isFirst = !query.has('after')
  if (isFirst && !nextCursor) return null
  const to = (cursor: string | null) => {
    const next = new URLSearchParams(search)
    if (cursor) next.set('after', cursor)
    else next.delete('after')
    return next.size > 0 ? `${pathname}?${next}` : pathname
  }
  return (
    <nav aria-label={t('ui.pages')} className={styles.pagination}>
      {isFirst ? (
        <span />
      ) : (
        <LinkButton variant="quiet" to={to(null)} icon={<IconArrowLeft className={styles.arrow} />}>
          {t('ui.first_page')}
        </LinkButton>
      )}
      {nextCursor ? (
        <LinkButton to={to(nextCursor)} rel="next">
          {t('ui.next_page')}
          <IconArrowRight className={styles.arrow} />
        </LinkButton>
      ) : null}
    </nav>
  )
}
