import { IconCertificate } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Link, useOutletContext, useRevalidator } from 'react-router'
import { useMessages } from '~/lib/messages/index.ts'
import { LinkButton } from '~/ui/button.tsx'
import { Colonnade } from '~/ui/colonnade.tsx'
import { PageTitle } from '~/ui/page-header.tsx'
import { ProgressBar } from '~/ui/progress.tsx'
import { certificatePath, lessonPath } from '../addresses.ts'
import { isFinished, isLocked } from '../outline.ts'
import type { Player } from '../shapes.ts'
import styles from './player-end.module.css'

/** How often to look for the certificate, which a job makes, and how long between looks. */
const looks = 8
const pause = 1_000

/** Behind the last page: what is still open, or that everything is done. */
export default function PlayerEnd() {
  const player = useOutletContext<Player>()
  return (
    <main id="main" tabIndex={-1} className={styles.main}>
      {player.course.isCompleted ? <Finished player={player} /> : <StillOpen player={player} />}
    </main>
  )
}

function Finished({ player }: { player: Player }) {
  const t = useMessages()
  const { revalidate } = useRevalidator()
  const [looked, setLooked] = useState(0)
  const isWaiting = player.certificateEnabled && !player.certificateNumber
  useEffect(() => {
    if (!isWaiting || looked >= looks) return
    const timer = setTimeout(() => {
      setLooked(looked + 1)
      void revalidate()
    }, pause)
    return () => clearTimeout(timer)
  }, [isWaiting, looked, revalidate])
  return (
    <section className={styles.finished}>
      <PageTitle>{t('learning.course_finished')}</PageTitle>
      <div className={styles.picture}>
        <Colonnade />
      </div>
      <h1 className={styles.title}>{t('learning.course_finished')}</h1>
      <p className={styles.text}>
        {t('learning.course_finished_text', { title: player.course.title, count: player.course.total })}
      </p>
      <p role="status" className={styles.text}>
        {player.certificateNumber
          ? t('learning.certificate_ready')
          : isWaiting
            ? t(looked < looks ? 'learning.certificate_coming' : 'learning.certificate_later')
            : null}
      </p>
      <div className={styles.buttons}>
        {player.certificateNumber ? (
          <LinkButton
            to={certificatePath(player.certificateNumber)}
            variant="primary"
            size="large"
            icon={<IconCertificate aria-hidden="true" />}
          >
            {t('learning.see_certificate')}
          </LinkButton>
        ) : null}
        <LinkButton
          to="/learn"
          size="large"
          variant={isWaiting || player.certificateNumber ? 'secondary' : 'primary'}
        >
          {t('learning.to_my_learning')}
        </LinkButton>
      </div>
    </section>
  )
}

function StillOpen({ player }: { player: Player }) {
  const t = useMessages()
  const open = player.nodes.filter((node) => node.isPage && !isFinished(node) && !isLocked(node))
  const first = open[0]
  const { course } = player
  return (
    <section className={styles.open}>
      <PageTitle>{t('learning.end_of_course')}</PageTitle>
      <h1 className={styles.title}>{t('learning.end_of_course')}</h1>
      <p className={styles.text}>
        {player.isPreview
          ? t('learning.preview_notice')
          : t('learning.still_open', { count: course.total - course.done })}
      </p>
      {player.isPreview ? null : (
        <ProgressBar
          done={course.done}
          total={course.total}
          label={t('learning.course_progress')}
          showShare
        />
      )}
      <ul className={styles.list}>
        {open.slice(0, 12).map((node) => (
          <li key={node.id}>
            <Link to={lessonPath(course.id, node.id)}>{node.title}</Link>
          </li>
        ))}
      </ul>
      {open.length > 12 ? (
        <p className={styles.text}>{t('learning.and_more', { count: open.length - 12 })}</p>
      ) : null}
      <div className={styles.buttons}>
        {first ? (
          <LinkButton to={lessonPath(course.id, first.id)} variant="primary" size="large">
            {t('learning.to_first_open')}
          </LinkButton>
        ) : null}
        <LinkButton to="/learn" size="large">
          {t('learning.to_my_learning')}
        </LinkButton>
      </div>
    </section>
  )
}
