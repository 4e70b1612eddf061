import styles from './avatar.module.css'

/** A person or an organization: their picture, else their initials. The name stands beside it, so it is not read. */
export function Avatar({
  name,
  src,
  size = 'medium',
  square = false,
}: {
  name: string
  src?: string | null
  size?: 'small' | 'medium' | 'large' | 'huge'
  /** Organizations are square, people are round. */
  square?: boolean
}) {
  const look = `${styles.avatar} ${styles[size]} ${square ? styles.square : ''}`
  if (src) return <img src={src} alt="" className={look} loading="lazy" />
  return (
    <span className={`${look} ${styles[`tint${sum(name) % 5}`]}`} aria-hidden="true">
      {initials(name)}
    </span>
  )
}

function initials(name: string) {
  const words = name.trim().split(/\s+/)
  const first = Array.from(words[0] ?? '')[0] ?? ''
  const last = words.length > 1 ? (Array.from(words.at(-1) ?? '')[0] ?? '') : ''
  return (first + last).toLocaleUpperCase()
}

function sum(text: string) {
  let total = 0
  for (const character of text) total += character.codePointAt(0) ?? 0
  return total
}
