import { type Format, useFormat } from '~/lib/format.ts'
import { type Translate, useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import type { ContentsPart } from '../shapes.ts'
import styles from './course-contents.module.css'

/** What is in a course, for those who think about taking it: its modules, each opening on its lessons. */
export function CourseContents({ modules }: { modules: ContentsPart[] }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <ol className={styles.modules}>
      {modules.map((module, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: contents keep their order
        <li key={index}>
          <details className={styles.module} open={index === 0}>
            <summary className={styles.summary}>
              <span className={styles.number} aria-hidden="true">
                {index + 1}
              </span>
              <span className={styles.name}>{module.title}</span>
              <span className={styles.extent}>{t('ui.page_count', { count: module.pageTotal })}</span>
            </summary>
            {module.description ? <p className={styles.description}>{module.description}</p> : null}
            <ul className={styles.lessons}>
              {module.parts.map((lesson, place) => lessonRow(lesson, place, t, format))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  )
}

/** A lesson, opening on its topics where they are told. There are many: they are no components. */
function lessonRow(lesson: ContentsPart, place: number, t: Translate, format: Format) {
  const facts = [
    lesson.pageTotal > 1 ? t('ui.page_count', { count: lesson.pageTotal }) : null,
    lesson.minutes ? format.duration(lesson.minutes) : null,
  ].filter(Boolean)
  const words = (
    <>
      <span className={styles.lessonName}>
        {lesson.title} {lesson.hasQuiz ? <Badge>{t('learning.quiz_mark')}</Badge> : null}
      </span>
      {facts.length > 0 ? <span className={styles.extent}>{facts.join(' · ')}</span> : null}
    </>
  )
  if (lesson.parts.length === 0)
    return (
      <li key={place} className={styles.lesson}>
        {words}
      </li>
    )
  return (
    <li key={place}>
      <details>
        <summary className={`${styles.lesson} ${styles.opening}`}>{words}</summary>
        <ul className={styles.topics}>
          {lesson.parts.map((topic, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: contents keep their order
            <li key={place}>{topic.title}</li>
          ))}
        </ul>
      </details>
    </li>
  )
}
