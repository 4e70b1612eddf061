import { defineModule } from '../../platform/module.ts'
import { takeUpAbandoned } from './abandoned-imports.ts'
import { importRoutes } from './imports.routes.ts'
import { carryImportJob } from './jobs.ts'

export const imports = defineModule({
  name: 'imports',
  routes: importRoutes,
  jobs: [carryImportJob],
  schedules: [{ name: 'imports.take_up_abandoned', everySeconds: 30, run: takeUpAbandoned }],
})
