import styles from './cover.module.css'

/**
 * The picture of a course or another thing: its image, else a colonnade that is always the same for the same `seed`
 * and different from its neighbours'. Decoration: the name stands beside it.
 */
export function Cover({ src, seed }: { src: string | null; seed: string }) {
  if (src) return <img src={src} alt="" className={styles.cover} loading="lazy" width={640} height={360} />
  const number = hash(seed)
  const rhythm = rhythms[number % rhythms.length] ?? []
  const scheme = styles[`scheme${(number >> 3) % 4}`]
  const sun = 60 + ((number >> 5) % 8) * 26
  return (
    <svg
      className={`${styles.cover} ${scheme}`}
      viewBox="0 0 320 180"
      preserveAspectRatio="xMidYMid slice"
      aria-hidden="true"
    >
      <rect width="320" height="180" className={styles.back} />
      <circle cx={sun} cy={104} r="26" className={styles.sun} />
      <rect y="128" width="320" height="52" className={styles.ground} />
      {rhythm.map(([x, width]) => (
        <g key={x}>
          <rect x={x} y="40" width={width} height="108" className={styles.column} />
          <rect x={x + width * 0.62} y="40" width={width * 0.38} height="108" className={styles.dark} />
        </g>
      ))}
      <rect y="24" width="320" height="16" className={styles.column} />
      <rect y="36" width="320" height="4" className={styles.dark} />
    </svg>
  )
}

/** Where columns stand: x and width. */
const rhythms: [number, number][][] = [
  [
    [16, 40],
    [88, 32],
    [148, 24],
    [200, 18],
    [244, 12],
    [280, 8],
  ],
  [
    [24, 24],
    [80, 24],
    [136, 24],
    [192, 24],
    [248, 24],
  ],
  [
    [30, 8],
    [58, 12],
    [94, 18],
    [140, 24],
    [194, 32],
    [258, 40],
  ],
  [
    [20, 32],
    [64, 12],
    [128, 32],
    [172, 12],
    [236, 32],
    [280, 12],
  ],
  [
    [12, 12],
    [44, 20],
    [92, 30],
    [198, 30],
    [252, 20],
    [296, 12],
  ],
]

function hash(text: string) {
  let value = 2166136261
  for (const character of text) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16777619) >>> 0
  return value
}
