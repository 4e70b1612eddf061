import { defineModule } from '../../platform/module.ts'
import { makeVariantsJob } from './jobs.ts'
import { mountMedia } from './media.ts'
import { objectRoutes } from './objects.routes.ts'
import { personalData } from './personal-data.ts'
import { publicPictureRoutes } from './public-pictures.routes.ts'
import { sweep } from './sweep.ts'

export const files = defineModule({
  name: 'files',
  routes: [...objectRoutes, ...publicPictureRoutes],
  jobs: [makeVariantsJob],
  personalData,
  schedules: [{ name: 'files.sweep', everySeconds: 3600, run: sweep }],
  mount: mountMedia,
})
