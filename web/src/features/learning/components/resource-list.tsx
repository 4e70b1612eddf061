import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import type { LessonPage } from '../shapes.ts'
import { FileCard } from './block.tsx'
import styles from './resource-list.module.css'

/** Files and links to take along from a page. */
export function ResourceList({ resources }: { resources: LessonPage['resources'] }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <section className={styles.resources} aria-labelledby="resources">
      <h2 id="resources" className={styles.heading}>
        {t('learning.resources')}
      </h2>
      <ul className={styles.list}>
        {resources.map((resource) =>
          resource.url ? (
            <li key={resource.id}>
              <FileCard
                url={resource.url}
                title={resource.title}
                external={resource.type === 'link'}
                note={[resource.size ? format.bytes(resource.size) : '', resource.description ?? '']
                  .filter(Boolean)
                  .join(' · ')}
              />
            </li>
          ) : null,
        )}
      </ul>
    </section>
  )
}
