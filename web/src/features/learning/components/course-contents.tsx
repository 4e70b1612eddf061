import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { Badge } from '~/ui/badge.tsx'
import type { CoursePage } from '../shapes.ts'
import styles from './course-contents.module.css'

type Node = CoursePage['nodes'][number]

/** What is in a course, for those who think about taking it: its modules, each opening on its lessons. */
export function CourseContents({ nodes }: { nodes: Node[] }) {
  const t = useMessages()
  const modules = nodes.filter((node) => node.parentId === null)
  return (
    <ol className={styles.modules}>
      {modules.map((module, index) => (
        <li key={module.id}>
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
              {nodes
                .filter((node) => node.parentId === module.id)
                .map((lesson) => (
                  <Lesson key={lesson.id} lesson={lesson} />
                ))}
            </ul>
          </details>
        </li>
      ))}
    </ol>
  )
}

function Lesson({ lesson }: { lesson: Node }) {
  const t = useMessages()
  const format = useFormat()
  const facts = [
    lesson.pageTotal > 1 ? t('ui.page_count', { count: lesson.pageTotal }) : null,
    lesson.minutes ? format.duration(lesson.minutes) : null,
  ].filter(Boolean)
  return (
    <li className={styles.lesson}>
      <span className={styles.lessonName}>
        {lesson.title} {lesson.hasQuiz ? <Badge>{t('learning.quiz_mark')}</Badge> : null}
      </span>
      {facts.length > 0 ? <span className={styles.extent}>{facts.join(' · ')}</span> : null}
    </li>
  )
}
