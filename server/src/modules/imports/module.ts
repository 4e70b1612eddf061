import { defineModule } from '../../platform/module.ts'
import { takeUpAbandoned } from './abandoned-imports.ts'
import { importRoutes } from './imports.routes.ts'
import { carryImportJob } from './jobs.ts'
import { personalData } from './personal-data.ts'
import { removeAbandonedFolders } from './unpacking-folder.ts'

export const imports = defineModule({
  name: 'imports',
  routes: importRoutes,
  jobs: [carryImportJob],
  personalData,
  schedules: [
    { name: 'imports.take_up_abandoned', everySeconds: 30, run: takeUpAbandoned },
    { name: 'imports.remove_abandoned_folders', everySeconds: 300, run: removeAbandonedFolders },
  ],
})
