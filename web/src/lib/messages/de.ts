import { app } from './de/app.ts'
import { identity } from './de/identity.ts'
import { learning } from './de/learning.ts'
import { notifications } from './de/notifications.ts'
import { site } from './de/site.ts'
import { terms } from './de/terms.ts'
import { ui } from './de/ui.ts'
import type { Catalogue } from './index.ts'

export default { app, identity, learning, notifications, site, terms, ui } satisfies Catalogue
