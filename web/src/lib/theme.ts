/** What a person chose: follow the device, or always one of the two. */
export type ThemeChoice = 'system' | 'light' | 'dark'

export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark']

/** Cookie that remembers the choice of this browser; read by a script before the first paint. */
export const themeCookie = 'stoa_theme'

/** Fired on `window` when the choice changes, for widgets that keep it in state. */
export const themeChanged = 'stoa:theme'

export function isThemeChoice(value: unknown): value is ThemeChoice {
  return value === 'system' || value === 'light' || value === 'dark'
}

/**
 * Runs before the first paint: the choice is the `data-theme` the server wrote, else the cookie, else the device.
 * It is the reason a public page can be the same bytes for everybody and still not flash.
 */
export const themeScript = `(function(){var e=document.documentElement,d=matchMedia('(prefers-color-scheme: dark)');
var c=e.dataset.theme||(document.cookie.match(/(?:^|; )${themeCookie}=(system|light|dark)/)||[])[1]||'system';
e.dataset.theme=c;function f(){var t=e.dataset.theme;
e.dataset.mantineColorScheme=t==='system'?(d.matches?'dark':'light'):t}
f();d.addEventListener('change',f)})()`

/** Applies a choice to the page at once and remembers it in this browser. */
export function applyTheme(choice: ThemeChoice): void {
  const root = document.documentElement
  root.dataset.theme = choice
  const dark =
    choice === 'dark' || (choice === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
  root.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in every browser yet
  document.cookie = `${themeCookie}=${choice}; path=/; max-age=31536000; samesite=lax`
  window.dispatchEvent(new CustomEvent(themeChanged, { detail: choice }))
}
