import { Link } from 'react-router'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import { Cover } from '~/ui/cover.tsx'
import { Grid } from '~/ui/layout.tsx'
import { Money } from '~/ui/text.tsx'
import styles from './course-cards.module.css'

/** What a card of the catalogue tells about a course. */
export type CourseCard = {
  slug: string
  title: string
  summary: string
  coverUrl: string | null
  teacher: string | null
  lessons: number
  minutes: number
  level: string | null
  price: { minor: number; currency: string }
}

/** Courses as cards; the whole card is the link of its title. */
export function CourseCards({ courses }: { courses: CourseCard[] }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <Grid>
      {courses.map((course) => (
        <article key={course.slug} className={styles.card}>
          <div className={styles.cover}>
            <Cover src={course.coverUrl} seed={course.slug} />
          </div>
          <div className={styles.body}>
            <h3 className={styles.title}>
              <Link to={`/courses/${course.slug}`}>{course.title}</Link>
            </h3>
            <p className={styles.summary}>{course.summary}</p>
            <p className={styles.facts}>
              {course.level ? <Badge>{course.level}</Badge> : null}
              <span>{t('site.lesson_count', { count: course.lessons })}</span>
              <span>{format.duration(course.minutes)}</span>
              <span className={styles.price}>
                <Money {...course.price} />
              </span>
            </p>
          </div>
        </article>
      ))}
    </Grid>
  )
}
