import { Link } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Cover } from '~/ui/cover.tsx'
import { Grid } from '~/ui/layout.tsx'
import { ProgressBar, ProgressRing } from '~/ui/progress.tsx'
import { Time } from '~/ui/text.tsx'
import { certificatePath, playerPath } from '../addresses.ts'
import type { MyCourse } from '../shapes.ts'
import styles from './my-courses.module.css'

/** The course to go on with, and where in it. */
export function ResumeCard({ item }: { item: MyCourse }) {
  const t = useMessages()
  const { course, resume } = item
  return (
    <section className={styles.resume} aria-labelledby="resume">
      <div className={styles.resumeCover}>
        <Cover src={course.coverUrl} seed={course.slug} />
      </div>
      <div className={styles.resumeBody}>
        <p className={styles.kicker}>
          {t(item.done > 0 || resume ? 'learning.pick_up' : 'learning.ready_to_begin')}
        </p>
        <h2 id="resume" className={styles.resumeTitle}>
          {course.title}
        </h2>
        {resume ? <p className={styles.where}>{t('learning.you_were_at', { page: resume.title })}</p> : null}
        <div className={styles.resumeProgress}>
          <ProgressBar done={item.done} total={item.total} label={t('learning.course_progress')} />
          <span className={styles.count}>
            {t('learning.done_of_total', { done: item.done, total: item.total })}
          </span>
        </div>
        <div>
          <LinkButton to={playerPath(course.id)} variant="primary" size="large">
            {t(item.done > 0 || resume ? 'learning.continue' : 'learning.begin')}
          </LinkButton>
        </div>
      </div>
    </section>
  )
}

/** Other courses one is in. */
export function MyCourseCards({ items }: { items: MyCourse[] }) {
  const t = useMessages()
  return (
    <Grid>
      {items.map((item) => (
        <article key={item.id} className={styles.card}>
          <div className={styles.cover}>
            <Cover src={item.course.coverUrl} seed={item.course.slug} />
          </div>
          <div className={styles.cardBody}>
            <h3 className={styles.cardTitle}>
              {item.isBanned ? (
                item.course.title
              ) : (
                <Link to={playerPath(item.course.id)}>{item.course.title}</Link>
              )}
            </h3>
            <p className={styles.where}>
              {item.isBanned
                ? t('learning.kept_out')
                : item.resume
                  ? t('learning.you_were_at', { page: item.resume.title })
                  : t('learning.not_begun')}
            </p>
            <ProgressBar
              done={item.done}
              total={item.total}
              label={t('learning.course_progress')}
              showShare
            />
          </div>
        </article>
      ))}
    </Grid>
  )
}

/** Courses behind one, with what they earned. */
export function FinishedCourses({ items }: { items: MyCourse[] }) {
  const t = useMessages()
  return (
    <ul className={styles.finished}>
      {items.map((item) => (
        <li key={item.id} className={styles.finishedRow}>
          <ProgressRing done={1} total={1} label={t('learning.course_progress')} size={28} />
          <div className={styles.finishedWords}>
            <Link to={playerPath(item.course.id)} className={styles.finishedTitle}>
              {item.course.title}
            </Link>
            {item.completedAt ? (
              <p className={styles.where}>
                {t.rich('learning.finished_on', { date: <Time key="date" at={item.completedAt} /> })}
              </p>
            ) : null}
          </div>
          {item.certificateNumber ? (
            <LinkButton to={certificatePath(item.certificateNumber)} size="small">
              {t('learning.see_certificate')}
            </LinkButton>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
