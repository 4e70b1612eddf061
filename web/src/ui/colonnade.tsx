import styles from './colonnade.module.css'

/**
 * The picture of the house: columns receding under a roof, the sea behind them. It fills its box; `keep` says which
 * end stays in sight when the box is too narrow. Decoration only.
 */
export function Colonnade({ keep = 'start' }: { keep?: 'start' | 'end' }) {
  const columns = [
    { x: 0, width: 64 },
    { x: 104, width: 52 },
    { x: 192, width: 42 },
    { x: 266, width: 33 },
    { x: 329, width: 26 },
    { x: 382, width: 20 },
    { x: 427, width: 15 },
    { x: 464, width: 11 },
  ]
  return (
    <svg
      className={styles.colonnade}
      viewBox="0 0 480 420"
      preserveAspectRatio={keep === 'start' ? 'xMinYMid slice' : 'xMaxYMid slice'}
      aria-hidden="true"
    >
      <rect width="480" height="420" className={styles.sky} />
      <circle cx="405" cy="196" r="34" className={styles.sun} />
      <rect y="246" width="480" height="80" className={styles.sea} />
      <rect y="326" width="480" height="94" className={styles.floor} />
      {columns.map(({ x, width }, index) => (
        <polygon
          key={x}
          points={`${x},326 ${x + width},326 ${x + width - 74 - index * 4},420 ${x - 74 - index * 4},420`}
          className={styles.cast}
        />
      ))}
      {columns.map(({ x, width }) => (
        <g key={x}>
          <rect x={x} y="62" width={width} height="264" className={styles.lit} />
          <rect x={x + width * 0.58} y="62" width={width * 0.42} height="264" className={styles.half} />
          <rect x={x + width * 0.84} y="62" width={width * 0.16} height="264" className={styles.shade} />
        </g>
      ))}
      <rect width="480" height="46" className={styles.roof} />
      <rect y="46" width="480" height="16" className={styles.shade} />
    </svg>
  )
}
