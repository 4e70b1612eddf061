import { access } from './en/access.ts'
import { account } from './en/account.ts'
import { admin } from './en/admin.ts'
import { app } from './en/app.ts'
import { audit } from './en/audit.ts'
import { door } from './en/door.ts'
import { identity } from './en/identity.ts'
import { imports } from './en/imports.ts'
import { learning } from './en/learning.ts'
import { notifications } from './en/notifications.ts'
import { people } from './en/people.ts'
import { persons } from './en/persons.ts'
import { pictures } from './en/pictures.ts'
import { site } from './en/site.ts'
import { studio } from './en/studio.ts'
import { teaching } from './en/teaching.ts'
import { terms } from './en/terms.ts'
import { ui } from './en/ui.ts'

export default {
  access,
  account,
  admin,
  app,
  audit,
  door,
  identity,
  imports,
  learning,
  notifications,
  people,
  persons,
  pictures,
  site,
  studio,
  teaching,
  terms,
  ui,
}
