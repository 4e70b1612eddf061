import { defineModule } from '../../platform/module.ts'

export const imports = defineModule({ name: 'imports', routes: [] })
