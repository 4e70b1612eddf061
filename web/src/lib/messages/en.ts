import { app } from './en/app.ts'
import { site } from './en/site.ts'
import { terms } from './en/terms.ts'
import { ui } from './en/ui.ts'

export default { app, site, terms, ui }
