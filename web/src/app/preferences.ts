import { data, redirect } from 'react-router'
import { localPath } from '../lib/local-path.ts'
import { locales } from '../lib/messages/index.ts'
import { isThemeChoice, themeCookie } from '../lib/theme.ts'
import type { Route } from './+types/preferences.ts'

/** Cookie with the language this browser chose; the server reads it for visitors. */
const localeCookie = 'stoa_locale'

/** Remembers light or dark and the language for this browser, signed in or not. */
export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  const remember = (name: string, value: string) =>
    headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`)
  const theme = form.get('theme')
  if (isThemeChoice(theme)) remember(themeCookie, theme)
  const locale = locales.find((known) => known === form.get('locale'))
  if (locale) remember(localeCookie, locale)
  if (form.has('stay')) return data(null, { headers })
  return redirect(localPath(form.get('next')), { headers })
}

/** Somebody opened the address itself. */
export function loader() {
  return redirect('/')
}
