import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import { ProgressRing } from '~/ui/progress.tsx'
import { Time } from '~/ui/text.tsx'
import type { LearnerDetail } from '../shapes.ts'
import styles from './learner-progress.module.css'

type Part = LearnerDetail['nodes'][number]

/** The outline with how far a learner is in each part; modules open to show what is in them. */
export function LearnerProgress({ nodes }: { nodes: Part[] }) {
  const modules = nodes.filter((node) => node.depth === 0)
  return (
    <div className={styles.modules}>
      {modules.map((module) => {
        const start = nodes.indexOf(module) + 1
        const end = nodes.findIndex((node, index) => index >= start && node.depth === 0)
        const parts = nodes.slice(start, end < 0 ? undefined : end)
        return (
          <details key={module.id} className={styles.module}>
            <summary className={styles.summary}>
              <PartLine part={module} />
            </summary>
            <ul className={styles.parts}>
              {parts.map((part) => (
                <li key={part.id} data-depth={part.depth} className={styles.part}>
                  <PartLine part={part} />
                </li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}

function PartLine({ part }: { part: Part }) {
  const t = useMessages()
  const format = useFormat()
  return (
    <span className={styles.line}>
      <ProgressRing done={part.done} total={part.total} label={part.title} size={18} />
      <span className={styles.title}>{part.title}</span>
      <span className={styles.facts}>
        {part.isPage ? null : <span>{t('teaching.done_of', { done: part.done, total: part.total })}</span>}
        {part.timeSpentSeconds > 0 ? (
          <span>{format.duration(Math.ceil(part.timeSpentSeconds / 60))}</span>
        ) : null}
        {part.lastViewedAt ? <Time at={part.lastViewedAt} as="relative" /> : null}
      </span>
    </span>
  )
}
