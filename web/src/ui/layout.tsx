import type { ComponentProps, ReactNode } from 'react'
import styles from './layout.module.css'

type Gap = 'tight' | 'normal' | 'wide'

/** Things under one another. */
export function Stack({ gap = 'normal', className, ...rest }: { gap?: Gap } & ComponentProps<'div'>) {
  return <div className={join(styles.stack, styles[gap], className)} {...rest} />
}

/** Things beside one another, wrapping when there is no room. `spread` pushes the ends apart. */
export function Row({
  gap = 'normal',
  spread = false,
  className,
  ...rest
}: { gap?: Gap; spread?: boolean } & ComponentProps<'div'>) {
  return <div className={join(styles.row, styles[gap], spread && styles.spread, className)} {...rest} />
}

/** Equal cells, as many beside one another as fit. */
export function Grid({
  cells = 'medium',
  className,
  ...rest
}: { cells?: 'small' | 'medium' | 'large' } & ComponentProps<'div'>) {
  return <div className={join(styles.grid, styles[`${cells}Cells`], className)} {...rest} />
}

/** The width a page uses: `reading` for text, `form` for settings, `wide` for lists and boards. */
export function Page({
  width = 'wide',
  className,
  ...rest
}: { width?: 'reading' | 'form' | 'wide' } & ComponentProps<'div'>) {
  return <div className={join(styles.page, styles[`${width}Page`], className)} {...rest} />
}

/** A slab with a hairline. */
export function Card({ padded = true, className, ...rest }: { padded?: boolean } & ComponentProps<'div'>) {
  return <div className={join(styles.card, padded && styles.padded, className)} {...rest} />
}

/** A part of a page with its own heading, a sentence about it, and what can be done with it. */
export function Section({
  title,
  description,
  actions,
  children,
  ...rest
}: {
  title: ReactNode
  description?: ReactNode
  actions?: ReactNode
  children: ReactNode
} & Omit<ComponentProps<'section'>, 'title'>) {
  return (
    <section className={styles.section} {...rest}>
      <div className={styles.sectionHead}>
        <div>
          <h2 className={styles.sectionTitle}>{title}</h2>
          {description ? <p className={styles.sectionText}>{description}</p> : null}
        </div>
        {actions}
      </div>
      {children}
    </section>
  )
}

function join(...names: (string | false | undefined)[]) {
  return names.filter(Boolean).join(' ')
}
