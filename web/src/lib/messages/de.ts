import { access } from './de/access.ts'
import { account } from './de/account.ts'
import { admin } from './de/admin.ts'
import { app } from './de/app.ts'
import { audit } from './de/audit.ts'
import { door } from './de/door.ts'
import { identity } from './de/identity.ts'
import { imports } from './de/imports.ts'
import { learning } from './de/learning.ts'
import { notifications } from './de/notifications.ts'
import { people } from './de/people.ts'
import { persons } from './de/persons.ts'
import { pictures } from './de/pictures.ts'
import { site } from './de/site.ts'
import { studio } from './de/studio.ts'
import { teaching } from './de/teaching.ts'
import { terms } from './de/terms.ts'
import { ui } from './de/ui.ts'
import type { Catalogue } from './index.ts'

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
} satisfies Catalogue
