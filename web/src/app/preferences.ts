import { data, redirect } from 'react-router'
import { unwrap } from '../lib/api.ts'
import { apiContext, sessionContext, siteContext } from '../lib/context.ts'
import { localPath } from '../lib/local-path.ts'
import { locales } from '../lib/messages/index.ts'
import { isThemeChoice, themeCookie } from '../lib/theme.ts'
import type { Route } from './+types/preferences.ts'

/** Cookie with the language this browser chose; the server reads it for visitors. */
const localeCookie = 'stoa_locale'

/** Remembers light or dark and the language: for this browser, and for the person when somebody is signed in. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const headers = new Headers()
  const remember = (name: string, value: string) =>
    headers.append('Set-Cookie', `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax`)
  const wanted = form.get('theme')
  const theme = isThemeChoice(wanted) ? wanted : null
  if (theme) remember(themeCookie, theme)
  const locale = locales.find((known) => known === form.get('locale')) ?? null
  if (locale) remember(localeCookie, locale)

  const session = context.get(sessionContext)
  if (session && (theme || locale)) {
    const api = context.get(apiContext)
    const before = unwrap(await api.GET('/api/v1/identity/me/preferences'))
    await api.PUT('/api/v1/identity/me/preferences', {
      body: {
        ...before,
        theme: theme ?? session.theme ?? themeOf(request) ?? before.theme,
        language: locale ?? context.get(siteContext).locale,
      },
    })
  }
  if (form.has('stay')) return data(null, { headers })
  return redirect(localPath(form.get('next')), { headers })
}

/** What this browser remembers, for a person who has not chosen yet. */
function themeOf(request: Request) {
  const [, value] = request.headers.get('cookie')?.match(new RegExp(`(?:^|; )${themeCookie}=(\\w+)`)) ?? []
  return isThemeChoice(value) ? value : null
}

/** Somebody opened the address itself. */
export function loader() {
  return redirect('/')
}
