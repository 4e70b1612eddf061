import { app } from './de/app.ts'
import { site } from './de/site.ts'
import { terms } from './de/terms.ts'
import { ui } from './de/ui.ts'
import type { Catalogue } from './index.ts'

export default { app, site, terms, ui } satisfies Catalogue
