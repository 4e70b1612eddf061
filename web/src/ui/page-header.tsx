import type { ReactNode } from 'react'
import { useSite } from '../lib/session.ts'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import styles from './page-header.module.css'

/** The name of the page in the browser's tab, and what a screen reader hears on arrival. One a page. */
export function PageTitle({ children, description }: { children: string; description?: string }) {
  const { organization } = useSite()
  return (
    <>
      <title>{children === organization.name ? children : `${children} · ${organization.name}`}</title>
      {description ? <meta name="description" content={description} /> : null}
    </>
  )
}

/** The head of a page: where we are, its name, a sentence, and the one thing to do here. */
export function PageHeader({
  title,
  lead,
  crumbs,
  actions,
  status,
  documentTitle,
}: {
  title: string
  /** A sentence under the title. */
  lead?: ReactNode
  /** The pages above this one, outermost first. */
  crumbs?: Crumb[]
  actions?: ReactNode
  /** A status beside the title. */
  status?: ReactNode
  /** When the tab should say more than the heading. */
  documentTitle?: string
}) {
  return (
    <header className={styles.header}>
      <PageTitle>{documentTitle ?? title}</PageTitle>
      {crumbs ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className={styles.line}>
        <div className={styles.words}>
          <div className={styles.heading}>
            <h1 className={styles.title}>{title}</h1>
            {status}
          </div>
          {lead ? <p className={styles.lead}>{lead}</p> : null}
        </div>
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </header>
  )
}
