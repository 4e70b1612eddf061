import { Link } from 'react-router'
import { Grid } from '~/ui/layout.tsx'
import styles from './security.module.css'

/** The first question of a set-up: which kind. Each answer is a link, so that going back changes it. */
export function KindChoice({ kinds }: { kinds: { to: string; name: string; text: string }[] }) {
  return (
    <Grid cells="medium">
      {kinds.map(({ to, name, text }) => (
        <Link key={to} to={to} className={styles.plainPlace}>
          <span className={styles.placeName}>{name}</span>
          <span className={styles.placeText}>{text}</span>
        </Link>
      ))}
    </Grid>
  )
}
