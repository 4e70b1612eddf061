import { defineModule } from '../../platform/module.ts'

export const files = defineModule({ name: 'files', routes: [] })
