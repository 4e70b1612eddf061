import type { App } from '../../platform/ctx.ts'
import { defineModule } from '../../platform/module.ts'
import { catcherRoutes } from './catcher.routes.ts'
import { mailRoutes } from './mails.routes.ts'
import { deleteExpired } from './notices.queries.ts'
import { noticeRoutes } from './notices.routes.ts'
import { personalData } from './personal-data.ts'
import { preferenceRoutes } from './preferences.routes.ts'

export async function removeExpiredNotices(app: App): Promise<void> {
  while (await deleteExpired(app.database.db));
}

import { notificationSubscribers } from './subscribers.ts'

export const notifications = defineModule({
  subscribers: notificationSubscribers,
  name: 'notifications',
  routes: [...noticeRoutes, ...preferenceRoutes, ...mailRoutes, ...catcherRoutes],
  personalData,
  schedules: [{ name: 'notifications.expiry', everySeconds: 600, run: removeExpiredNotices }],
})
