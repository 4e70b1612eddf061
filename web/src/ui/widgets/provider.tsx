import './widgets.css'
import { createTheme, type MantineColorSchemeManager, MantineContext, MantineProvider } from '@mantine/core'
import { type ReactNode, useContext } from 'react'
import { isThemeChoice, type ThemeChoice, themeChanged } from '../../lib/theme.ts'

const theme = createTheme({
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
})

/** Mantine's word for a choice. */
const schemeOf = (choice: ThemeChoice) => (choice === 'system' ? 'auto' : choice)

/** The page decides light or dark before any widget is there; widgets only follow. */
const followPage: MantineColorSchemeManager = (() => {
  let listener: ((event: Event) => void) | undefined
  return {
    get: (fallback) => {
      const choice = typeof document === 'undefined' ? undefined : document.documentElement.dataset.theme
      return isThemeChoice(choice) ? schemeOf(choice) : fallback
    },
    set: () => {},
    clear: () => {},
    subscribe: (update) => {
      listener = (event) => {
        if (event instanceof CustomEvent && isThemeChoice(event.detail)) update(schemeOf(event.detail))
      }
      window.addEventListener(themeChanged, listener)
    },
    unsubscribe: () => {
      if (listener) window.removeEventListener(themeChanged, listener)
    },
  }
})()

/** Where lists and menus that float over a page are put: in its main part, so that they are found there. */
export const overlayHome = '#main'

/** The nonce of the document's policy, for style tags that widgets add later; browsers hide it from selectors. */
function styleNonce(): string {
  return typeof document === 'undefined'
    ? ''
    : (document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '')
}

if (typeof window !== 'undefined') {
  // Read by the scroll lock under dialogs for the style tag it adds.
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() })
}

/** What Mantine needs around its widgets; put once, inner ones do nothing. */
export function Widgets({ children }: { children: ReactNode }) {
  const outer = useContext(MantineContext)
  if (outer) return children
  return (
    <MantineProvider
      theme={theme}
      withCssVariables={false}
      withGlobalClasses={false}
      defaultColorScheme="auto"
      colorSchemeManager={followPage}
      getStyleNonce={styleNonce}
    >
      {children}
    </MantineProvider>
  )
}
