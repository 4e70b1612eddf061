import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { Form, useFetcher, useLocation } from 'react-router'
import { type Locale, locales, useMessages } from '../lib/messages/index.ts'
import { useSite } from '../lib/session.ts'
import { applyTheme, isThemeChoice, type ThemeChoice, themeChoices } from '../lib/theme.ts'
import styles from './preference-controls.module.css'

const icons = { system: IconDeviceDesktop, light: IconSun, dark: IconMoon }

/** Each language under its own name, so that its readers can find it. */
const languageNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

/** Light, dark, or as the device. Takes effect at once. */
export function ThemeControl() {
  const t = useMessages()
  const fetcher = useFetcher()
  const [choice, setChoice] = useState<ThemeChoice | null>(null)
  useEffect(() => {
    const shown = document.documentElement.dataset.theme
    setChoice(isThemeChoice(shown) ? shown : 'system')
  }, [])
  return (
    <fieldset className={styles.theme}>
      <legend className="visually-hidden">{t('app.theme')}</legend>
      {themeChoices.map((value) => {
        const Icon = icons[value]
        const label = t(`app.theme_${value}`)
        return (
          <button
            key={value}
            type="button"
            className={styles.choice}
            aria-pressed={choice === value}
            title={label}
            onClick={() => {
              applyTheme(value)
              setChoice(value)
              void fetcher.submit({ theme: value, stay: '1' }, { method: 'post', action: '/preferences' })
            }}
          >
            <Icon size={16} stroke={1.75} aria-hidden="true" />
            <span>{label}</span>
          </button>
        )
      })}
    </fieldset>
  )
}

/** The languages; choosing one loads the page anew in it. */
export function LanguageControl() {
  const t = useMessages()
  const { locale } = useSite()
  const { pathname, search } = useLocation()
  return (
    <Form method="post" action="/preferences" reloadDocument className={styles.languages}>
      <input type="hidden" name="next" value={pathname + search} />
      <fieldset className={styles.theme}>
        <legend className="visually-hidden">{t('app.language')}</legend>
        {locales.map((value) => (
          <button
            key={value}
            type="submit"
            name="locale"
            value={value}
            lang={value}
            className={styles.choice}
            aria-pressed={value === locale}
          >
            {languageNames[value]}
          </button>
        ))}
      </fieldset>
    </Form>
  )
}
