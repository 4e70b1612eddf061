import { useEffect, useRef } from 'react'
import { accentColours, contrast } from '~/lib/accent.ts'
import { useFormat } from '~/lib/format.ts'
import { useMessages } from '~/lib/messages/index.ts'
import styles from './accent-preview.module.css'

const names = ['accent', 'on', 'tint'] as const

/** How an accent colour looks once it is readable, on light and on dark, with its contrast. */
export function AccentPreview({ colour }: { colour: string }) {
  const t = useMessages()
  const { number } = useFormat()
  const colours = accentColours(colour)
  if (!colours) return <p className={styles.note}>{t('people.accent_ours')}</p>
  return (
    <div className={styles.previews}>
      {(['light', 'dark'] as const).map((scheme) => {
        const { accent, onAccent, tint } = colours[scheme]
        const ratio = contrast(accent, scheme === 'light' ? '#faf8f4' : '#181613')
        return (
          <Swatch key={scheme} scheme={scheme} colours={{ accent, on: onAccent, tint }}>
            <span className={styles.button}>{t('people.accent_button')}</span>
            <span className={styles.link}>{t('people.accent_link')}</span>
            <span className={styles.chip}>{t('people.accent_chip')}</span>
            <span className={styles.ratio}>
              {t('people.accent_contrast', { ratio: number(Math.round(ratio * 10) / 10) })}
            </span>
          </Swatch>
        )
      })}
      {colours.light.accent.toLowerCase() === colour.toLowerCase() ? null : (
        <p className={styles.note}>{t('people.accent_adjusted')}</p>
      )}
    </div>
  )
}

function Swatch({
  scheme,
  colours,
  children,
}: {
  scheme: 'light' | 'dark'
  colours: Record<(typeof names)[number], string>
  children: React.ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const { accent, on, tint } = colours
  // Through the style object, because the page's policy refuses style attributes of our own.
  useEffect(() => {
    const values = { accent, on, tint }
    for (const name of names) box.current?.style.setProperty(`--preview-${name}`, values[name])
  }, [accent, on, tint])
  return (
    <div ref={box} className={`${styles.swatch} ${styles[scheme]}`} data-theme={scheme}>
      {children}
    </div>
  )
}
