import { type RouteConfigEntry, route } from '@react-router/dev/routes'

const page = (name: string) => `features/notifications/routes/${name}.tsx`

export const appPages: RouteConfigEntry[] = [
  route('notifications', page('inbox'), { id: 'notifications-unread' }),
  route('admin/mail', page('mails')),
  route('notifications/all', page('inbox'), { id: 'notifications-all' }),
]

/** The catcher of a development machine: open to whoever waits for a mail or a text before they can sign in. */
export const publicPages: RouteConfigEntry[] = [
  route('mail', page('caught-mails')),
  route('mail/texts', page('caught-texts')),
  route('mail/:mailId', page('caught-mail'), { id: 'caught-mail' }),
  route('mail/:mailId/text', page('caught-mail'), { id: 'caught-mail-text' }),
]

export const framelessPages: RouteConfigEntry[] = [
  route('mail/:mailId/html', 'features/notifications/routes/caught-mail-html.ts'),
]
