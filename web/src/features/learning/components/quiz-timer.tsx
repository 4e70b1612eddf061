import { IconClock } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useMessages } from '~/lib/messages/index.ts'
import styles from './quiz.module.css'

/** Moments at which the time left is read out, in seconds. */
const readOutAt = [1800, 600, 300, 60, 30, 10]

/** The time left of an attempt: shown as a clock, read out now and then, and acted on at the end. */
export function QuizTimer({ seconds, onOver }: { seconds: number; onOver: () => void }) {
  const t = useMessages()
  const [left, setLeft] = useState(seconds)
  const [said, setSaid] = useState('')
  const isOver = useRef(false)
  const tick = useEffectEvent((remaining: number) => {
    const before = left
    setLeft(remaining)
    if (readOutAt.some((moment) => before > moment && remaining <= moment)) setSaid(words(remaining))
    if (remaining === 0 && !isOver.current) {
      isOver.current = true
      setSaid(t('learning.time_over'))
      onOver()
    }
  })
  const words = (remaining: number) =>
    remaining >= 60
      ? t('learning.minutes_left', { count: Math.round(remaining / 60) })
      : t('learning.seconds_left', { count: remaining })
  useEffect(() => {
    const end = performance.now() + seconds * 1000
    const timer = setInterval(() => tick(Math.max(0, Math.ceil((end - performance.now()) / 1000))), 1000)
    return () => clearInterval(timer)
  }, [seconds])
  const minutes = Math.floor(left / 60)
  const isShort = left <= 60
  return (
    <div className={isShort ? `${styles.timer} ${styles.hurry}` : styles.timer}>
      <IconClock size={18} stroke={1.75} aria-hidden="true" />
      <span role="timer" aria-label={t('learning.time_left')}>
        {minutes}:{String(left % 60).padStart(2, '0')}
      </span>
      <span aria-hidden="true">{isShort ? t('learning.almost_over') : t('learning.time_left')}</span>
      <span aria-live="assertive" className="visually-hidden">
        {said}
      </span>
    </div>
  )
}
