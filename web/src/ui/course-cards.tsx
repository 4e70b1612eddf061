import { Link } from 'react-router'
import { useFormat } from '../lib/format.ts'
import { useMessages } from '../lib/messages/index.ts'
import { Badge } from './badge.tsx'
import styles from './course-cards.module.css'
import { Cover } from './cover.tsx'
import { Grid } from './layout.tsx'
import { Money } from './text.tsx'

/** What a card tells about a course; the API's catalogue answers with at least this. */
export type CourseCard = {
  slug: string
  title: string
  summary: string | null
  cover: { url: string | null } | null
  instructor: { name: string } | null
  pageTotal: number
  durationMinutes: number | null
  level: 'beginner' | 'intermediate' | 'advanced' | null
  priceMinor: number
  currency: string
}

/**
 * Courses as cards; the whole card is the link of its title. `heading` fits the level of the page around them; `cells`
 * are `large` where two should fill a row.
 */
export function CourseCards({
  courses,
  heading: Heading = 'h3',
  cells = 'medium',
}: {
  courses: CourseCard[]
  heading?: 'h2' | 'h3'
  cells?: 'medium' | 'large'
}) {
  const t = useMessages()
  const format = useFormat()
  return (
    <Grid cells={cells}>
      {courses.map((course) => (
        <article key={course.slug} className={styles.card}>
          <div className={styles.cover}>
            <Cover src={course.cover?.url ?? null} seed={course.slug} />
          </div>
          <div className={styles.body}>
            <Heading className={styles.title}>
              <Link to={`/courses/${course.slug}`}>{course.title}</Link>
            </Heading>
            {course.instructor ? (
              <p className={styles.teacher}>{t('site.by_teacher', { name: course.instructor.name })}</p>
            ) : null}
            <p className={styles.summary}>{course.summary}</p>
            <p className={styles.facts}>
              {course.level ? <Badge>{t(`ui.level_${course.level}`)}</Badge> : null}
              <span>{t('ui.page_count', { count: course.pageTotal })}</span>
              {course.durationMinutes ? <span>{format.duration(course.durationMinutes)}</span> : null}
              <span className={styles.price}>
                <Money minor={course.priceMinor} currency={course.currency} />
              </span>
            </p>
          </div>
        </article>
      ))}
    </Grid>
  )
}
