import { defineModule } from '../../platform/module.ts'

export const learning = defineModule({ name: 'learning', routes: [] })
