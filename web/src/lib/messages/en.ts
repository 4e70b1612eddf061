import { app } from './en/app.ts'
import { identity } from './en/identity.ts'
import { learning } from './en/learning.ts'
import { notifications } from './en/notifications.ts'
import { site } from './en/site.ts'
import { terms } from './en/terms.ts'
import { ui } from './en/ui.ts'

export default { app, identity, learning, notifications, site, terms, ui }
