import { useMemo, useState } from 'react'
import { createTranslate, type TermOverrides, useMessages } from '~/lib/messages/index.ts'
import { useSite } from '~/lib/session.ts'
import { TextInput } from '~/ui/field.tsx'
import { nouns } from './terms.ts'
import styles from './terms-field.module.css'

type Words = Record<string, { singular: string; plural: string }>

/** The organization's own words for some nouns, and how a few sentences read with them. */
export function TermsField({ terms, errors }: { terms: TermOverrides; errors: Record<string, string> }) {
  const t = useMessages()
  const { locale, timeZone } = useSite()
  const [words, setWords] = useState<Words>(() =>
    Object.fromEntries(nouns.map((noun) => [noun, terms[noun] ?? { singular: '', plural: '' }])),
  )
  const usual = useMemo(() => createTranslate({ locale, timeZone, terms: {} }), [locale, timeZone])
  const own = useMemo(() => {
    const complete = Object.entries(words).filter(([, word]) => word.singular.trim() && word.plural.trim())
    return createTranslate({ locale, timeZone, terms: Object.fromEntries(complete) })
  }, [locale, timeZone, words])
  const write = (noun: string, form: 'singular' | 'plural', value: string) =>
    setWords((before) => {
      const word = before[noun] ?? { singular: '', plural: '' }
      return { ...before, [noun]: { ...word, [form]: value } }
    })
  return (
    <div className={styles.columns}>
      <div className={styles.nouns}>
        {nouns.map((noun) => (
          <fieldset key={noun} className={styles.noun}>
            <legend className={styles.legend}>{usual(`terms.${noun}`)}</legend>
            {(['singular', 'plural'] as const).map((form) => (
              <TextInput
                key={form}
                label={t(`people.term_${form}`)}
                name={`term:${noun}:${form}`}
                maxLength={40}
                placeholder={usual(form === 'singular' ? `terms.${noun}` : `terms.${noun}s`)}
                value={words[noun]?.[form] ?? ''}
                error={errors[`customTerminology.${noun}.${form}`]}
                onChange={(event) => write(noun, form, event.target.value)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <aside className={styles.preview} aria-label={t('people.term_preview')} aria-live="polite">
        <p className={styles.previewName}>{t('people.term_preview')}</p>
        <p className={styles.heading}>{own('app.catalogue')}</p>
        <p>{own('site.lede')}</p>
        <p>{own('site.lesson_count', { count: 12 })}</p>
        <p>{own('people.term_sample')}</p>
      </aside>
    </div>
  )
}
