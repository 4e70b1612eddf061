import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'
import styles from './button.module.css'

type Look = {
  /** One primary a screen. Secondary is the usual one, quiet sits in rows and toolbars. */
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger'
  size?: 'small' | 'medium' | 'large'
  /** Shown before the words. */
  icon?: ReactNode
}

/** A button that does something here. While `loading` it keeps its width and refuses a second press. */
export function Button({
  variant = 'secondary',
  size = 'medium',
  icon,
  loading = false,
  type = 'button',
  className,
  children,
  onClick,
  ...rest
}: Look & { loading?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type={type}
      className={look(variant, size, className)}
      aria-busy={loading || undefined}
      aria-disabled={loading || undefined}
      onClick={loading ? (event) => event.preventDefault() : onClick}
      {...rest}
    >
      {loading ? <span className={styles.spinner} aria-hidden="true" /> : icon}
      {children}
    </button>
  )
}

/** A link that looks like a button: it leads somewhere. */
export function LinkButton({
  variant = 'secondary',
  size = 'medium',
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof Link>) {
  return (
    <Link className={look(variant, size, className)} {...rest}>
      {icon}
      {children}
    </Link>
  )
}

/** A square button with only an icon; `label` is read and shown as the tip. */
export function IconButton({
  label,
  variant = 'quiet',
  size = 'medium',
  type = 'button',
  className,
  children,
  ...rest
}: Omit<Look, 'icon'> & { label: string } & ComponentProps<'button'>) {
  return (
    <button
      type={type}
      className={`${look(variant, size, className)} ${styles.square}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      {children}
    </button>
  )
}

function look(variant: NonNullable<Look['variant']>, size: NonNullable<Look['size']>, className?: string) {
  return [styles.button, styles[variant], styles[size], className].filter(Boolean).join(' ')
}
