import { defineModule } from '../../platform/module.ts'
import { retryDeadLetters } from './dead-letters.ts'
import { entryRoutes } from './entries.routes.ts'
import { personalData } from './personal-data.ts'

export const audit = defineModule({
  name: 'audit',
  routes: entryRoutes,
  personalData,
  schedules: [
    {
      name: 'audit.retry_dead_letters',
      everySeconds: 60,
      async run(app) {
        await retryDeadLetters(app, null)
      },
    },
  ],
})
