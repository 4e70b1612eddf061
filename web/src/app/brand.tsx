import { useSite } from '../lib/session.ts'
import { Mark } from '../ui/mark.tsx'
import styles from './brand.module.css'

/** The organization by its logo, else by the mark, and its name. */
export function Brand({ small = false }: { small?: boolean }) {
  const { organization } = useSite()
  return (
    <span className={`${styles.brand} ${small ? styles.small : ''}`}>
      {organization.logoUrl ? (
        <img src={organization.logoUrl} alt="" className={styles.logo} height={28} />
      ) : (
        <Mark size={small ? 20 : 24} />
      )}
      <span className={styles.name}>{organization.name}</span>
    </span>
  )
}
